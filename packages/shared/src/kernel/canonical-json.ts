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
