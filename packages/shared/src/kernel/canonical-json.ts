/** What a ledger may hold: no fractions, because two programs may write the same fraction differently. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/**
 * The one way to write a value down: names sorted by UTF-16 code units, no white space. This is RFC 8785 for values without fractions.
 * Throws a TypeError for anything else: a fraction, an unsafe whole number, undefined, half a surrogate pair.
 */
export function canonicalJson(value: Json): string {
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new TypeError(`${value} is no whole number that every program reads alike`);
    return Object.is(value, -0) ? '0' : String(value);
  }
  if (typeof value === 'string') return quoted(value);
  if (value === null || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return `[${value.map((each: Json) => canonicalJson(each)).join(',')}]`;
  if (typeof value !== 'object') throw new TypeError(`${typeof value} has no place in canonical JSON`);
  const object = value as { readonly [name: string]: Json };
  return `{${Object.keys(object).sort().map((name) => `${quoted(name)}:${canonicalJson(object[name]!)}`).join(',')}}`;
}

function quoted(text: string): string {
  // Without looking behind, which older telephones cannot even read.
  // Hardly any text holds a surrogate at all, and looking for half a pair is slow.
  if (/[\ud800-\udfff]/.test(text) && /[\ud800-\udbff](?![\udc00-\udfff])|(?:[^\ud800-\udbff]|^)[\udc00-\udfff]/.test(text)) throw new TypeError('half a surrogate pair has no UTF-8');
  return JSON.stringify(text);
}

/**
 * Whether `text` is the one way to write down what it was parsed to. It says what comparing with {@link canonicalJson} says, several times faster:
 * the engine writes names in the order in which it read them, so beside its own writing only names and numbers need a look.
 * @param value what `JSON.parse(text)` gave
 */
export function isCanonical(text: string, value: unknown): boolean {
  try {
    // Half a surrogate pair is written as its number, and the longer way knows it.
    return JSON.stringify(value) === text && (text.includes('\\ud') ? canonicalJson(value as Json) === text : inOrder(value));
  } catch {
    return false;
  }
}

function inOrder(value: unknown): boolean {
  if (typeof value === 'number') return Number.isSafeInteger(value);
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(inOrder);
  let before: string | null = null;
  for (const name of Object.keys(value)) {
    if ((before !== null && name < before) || !inOrder((value as { readonly [name: string]: unknown })[name])) return false;
    before = name;
  }
  return true;
}
