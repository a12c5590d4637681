import fc from 'fast-check';
import { canonicalJson, isCanonical } from '../kernel/canonical-json.ts';
import type { Json } from '../kernel/canonical-json.ts';
import { readShortCode, shortCode } from './checkpoint.rules.ts';
import { plainDigest as digest } from './plain-digest.builder.ts';
import { EMPTY_FRONTIER, grow, leafHash, merkleRoot, nodeHash, proofOf, provesLeaf, rootOf } from './merkle.rules.ts';

const leaves = fc.array(fc.string(), { maxLength: 40 }).map((texts) => texts.map((text) => leafHash(digest, text)));

/** The tree as RFC 9162 (2.1.1) defines it, word by word. */
function defined(hashes: readonly string[]): string {
  if (hashes.length === 0) return digest('');
  if (hashes.length === 1) return hashes[0]!;
  let split = 1;
  while (split * 2 < hashes.length) split *= 2;
  return nodeHash(digest, defined(hashes.slice(0, split)), defined(hashes.slice(split)));
}

const json: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof({ maxDepth: 3 }, fc.integer(), fc.string({ unit: 'grapheme' }), fc.boolean(), fc.constant(null), fc.array(tie('value'), { maxLength: 4 }), fc.dictionary(fc.string({ unit: 'grapheme' }), tie('value'), { maxKeys: 4 })),
})).value;

test('a growing tree has the root that the definition gives, after every single leaf', () => {
  fc.assert(fc.property(leaves, (all) => {
    let tree = EMPTY_FRONTIER;
    all.forEach((leaf, at) => {
      tree = grow(digest, tree, leaf);
      expect(rootOf(digest, tree)).toBe(defined(all.slice(0, at + 1)));
    });
    expect(merkleRoot(digest, all)).toBe(defined(all));
  }));
});

test('every leaf can be proved, and no other one under the same proof', () => {
  fc.assert(fc.property(leaves.filter((all) => all.length > 0), fc.nat(), (all, seed) => {
    const at = seed % all.length;
    const proof = proofOf(digest, all, at);
    expect(provesLeaf(digest, all[at]!, proof, merkleRoot(digest, all))).toBe(true);
    expect(provesLeaf(digest, leafHash(digest, 'somebody else'), proof, merkleRoot(digest, all))).toBe(false);
    expect(proof.length).toBeLessThanOrEqual(Math.ceil(Math.log2(all.length)) + 1);
  }));
});

test('what a value says, it says in one writing only, whatever order its names were given in', () => {
  fc.assert(fc.property(json, (value) => {
    const text = canonicalJson(value);
    expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
    expect(canonicalJson(JSON.parse(text) as Json)).toBe(text);
    expect(canonicalJson(turned(value))).toBe(text);
  }));
});

test('a text is told to be canonical exactly when it is what its value is written as', () => {
  const spoilt: readonly ((text: string, value: Json) => string)[] = [
    (text) => text, (_, value) => JSON.stringify(turned(value)), (_, value) => JSON.stringify(value), (text) => text.replace(':', ': '), (text) => text.replace(/\d/, '0$&'), (text) => text.replace(/\d/, '$&.5'), (text) => text.replace(/\d/, '$&e3'),
    (text) => text.replace('{', '{"":0,'), (text) => text.replace(/([a-z])/, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`), (text) => text.replace('"', '"\\ud83d'), (text) => text.replace('"', '"\\ud83d\\ude00'), (text) => text.replace('"', '"\\\\ud83d'), (text) => text.replace(/\d/, '9007199254740993'), (text) => text.replace(/\d/, '-0'),
  ];
  const wouldBe = (value: Json): string | null => {
    try {
      return canonicalJson(value);
    } catch {
      return null;
    }
  };
  fc.assert(fc.property(json, fc.constantFrom(...spoilt), (value, spoil) => {
    const text = spoil(canonicalJson(value), value);
    let read: Json;
    try {
      read = JSON.parse(text) as Json;
    } catch {
      return;
    }
    expect(isCanonical(text, read)).toBe(wouldBe(read) === text);
  }), { numRuns: 2_000 });
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  expect(isCanonical(deep, JSON.parse(deep))).toBe(false);
  expect(isCanonical('"\\\\ud83d"', '\\ud83d')).toBe(true);
});

test('names are put in the order of their UTF-16 units, as RFC 8785 shows them', () => {
  expect(canonicalJson({ '€': 'Euro Sign', '\r': 'Carriage Return', '\ufb33': 'Hebrew', '1': 'One', '😀': 'Emoji', '\u0080': 'Control', 'ö': 'Latin' }))
    .toBe('{"\\r":"Carriage Return","1":"One","\u0080":"Control","ö":"Latin","€":"Euro Sign","😀":"Emoji","\ufb33":"Hebrew"}');
});

test('fractions, lost numbers and half signs have no place on the ledger', () => {
  for (const value of [0.5, Number.NaN, 2 ** 60, undefined, '\ud800', { a: { '\udfff': 1 } }]) expect(() => canonicalJson(value as Json)).toThrow(TypeError);
  expect(canonicalJson(-0)).toBe('0');
});

test('a short code is read as people write it, and a mistyped one is no other day', () => {
  fc.assert(fc.property(fc.string(), (text) => {
    const code = shortCode(digest(text));
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
    expect(readShortCode(` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')}`)).toBe(code);
  }));
  expect(readShortCode('7K3M-02QX')).toBeNull();
  expect(readShortCode('7K3M-02QX-9FTU')).toBeNull();
});

/** The same value with its names the other way round. */
function turned(value: Json): Json {
  if (Array.isArray(value)) return value.map((each: Json) => turned(each));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).reverse().map(([name, each]) => [name, turned(each as Json)]));
}
