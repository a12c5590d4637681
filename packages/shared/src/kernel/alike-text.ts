/** The overlapping pairs of signs a text consists of, blanks and punctuation left out: the grain of search in Chinese. */
export function pairsOf(text: string): Set<string> {
  const signs = Array.from(text.toLowerCase().replace(/[\p{P}\p{S}\s]/gu, ''));
  return new Set(signs.slice(0, -1).map((sign, at) => sign + signs[at + 1]!));
}

/** A pair as a key of plain letters and figures, so that no database's idea of alike signs can join two of them. */
export const pairKey = (pair: string): string => Array.from(pair, (sign) => sign.codePointAt(0)!.toString(36)).join('.');

/** How alike two texts are, 0 to 1: the share of pairs they have in common (Sørensen–Dice). */
export function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 || other.size === 0) return 0;
  let common = 0;
  for (const pair of one) if (other.has(pair)) common += 1;
  return (2 * common) / (one.size + other.size);
}
