/** White border around a code, in modules; readers need four. */
const QUIET = 4;

/** A code as an SVG data URL: one path, dark runs of a row joined, so that it stays near two kilobytes. */
export function qrPicture(count: number, dark: (row: number, column: number) => boolean): string {
  let path = '';
  for (let row = 0; row < count; row += 1) {
    for (let column = 0; column < count; column += 1) {
      if (!dark(row, column)) continue;
      const start = column;
      while (column + 1 < count && dark(row, column + 1)) column += 1;
      path += `M${start + QUIET} ${row + QUIET}h${column - start + 1}v1H${start + QUIET}z`;
    }
  }
  const side = count + 2 * QUIET;
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${side} ${side}' shape-rendering='crispEdges'><rect width='${side}' height='${side}' fill='#fff'/><path d='${path}'/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
