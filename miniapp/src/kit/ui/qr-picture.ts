/** White border around a code, in modules; readers need four. */
const QUIET = 4;

/**
 * A code as an SVG data URL of about one kilobyte: one stroke, from the bottom row up, so that every step is a
 * relative one whose minus sign also parts the numbers and nothing has to be escaped.
 */
export function qrPicture(count: number, dark: (row: number, column: number) => boolean): string {
  const side = count + 2 * QUIET;
  let path = `M0 ${side + 0.5}`;
  let x = 0;
  let climbed = QUIET;
  for (let row = count - 1; row >= 0; row -= 1) {
    climbed += 1;
    for (let column = 0; column < count; column += 1) {
      if (!dark(row, column)) continue;
      const start = column;
      while (column + 1 < count && dark(row, column + 1)) column += 1;
      path += `m${start + QUIET - x}-${climbed}h${column - start + 1}`;
      x = column + 1 + QUIET;
      climbed = 0;
    }
  }
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${side} ${side}' shape-rendering='crispEdges'><path fill='#fff' d='M0 0h${side}v${side}H0z'/><path stroke='#000' d='${path}'/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
