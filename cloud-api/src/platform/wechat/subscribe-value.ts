/** Longest value of each kind of template field, in characters (facts of WeChat's subscribe messages). */
const LONGEST: Record<string, number> = { thing: 20, number: 32, letter: 32, character_string: 32, symbol: 5, phrase: 5, name: 10, phone_number: 17, car_number: 8 };

/**
 * Makes a value short enough for its field, or WeChat refuses the whole message (47003): `thing2` holds 20 characters,
 * the last of which becomes `…` when there were more. Line breaks become blanks; an empty value becomes `-`.
 */
export function fitSubscribeValue(field: string, value: string): string {
  const kind = field.replace(/\d+$/, '');
  const characters = Array.from(value.replace(/\s+/g, ' ').trim());
  if (characters.length === 0) return '-';
  const longest = LONGEST[kind];
  if (longest === undefined || characters.length <= longest) return characters.join('');
  const mayEllipse = kind === 'thing';
  return characters.slice(0, mayEllipse ? longest - 1 : longest).join('') + (mayEllipse ? '…' : '');
}
