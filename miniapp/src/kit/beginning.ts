/** The beginning of a text, counted in signs. */
export function beginning(text: string, signs: number): string {
  const all = Array.from(text);
  return all.length <= signs ? text : `${all.slice(0, signs).join('')}…`;
}
