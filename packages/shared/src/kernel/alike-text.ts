/** A text as it is compared and searched: small letters, full-width letters and figures as plain ones, blanks and punctuation left out. */
export const bareText = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[\p{P}\p{S}\s]/gu, '');

/** The overlapping pairs of signs a text consists of: the grain of search in Chinese. */
export function pairsOf(text: string): Set<string> {
  const signs = Array.from(bareText(text));
  return new Set(signs.slice(0, -1).map((sign, at) => sign + signs[at + 1]!));
}

/** Its single signs: for whoever looks for one sign alone. */
export const signsOf = (text: string): Set<string> => new Set(bareText(text));

/** A sign or a pair as a key of plain letters and figures, so that no database's idea of alike signs can join two of them. */
export const gramKey = (gram: string): string => Array.from(gram, (sign) => sign.codePointAt(0)!.toString(36)).join('.');

/** How alike two texts are, 0 to 1: the share of pairs they have in common (Sørensen–Dice). */
export function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 || other.size === 0) return 0;
  let common = 0;
  for (const pair of one) if (other.has(pair)) common += 1;
  return (2 * common) / (one.size + other.size);
}
