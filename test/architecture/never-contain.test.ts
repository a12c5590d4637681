import { filesOf, isText, textOf } from './tree.ts';

/** Written in pieces, so that this file does not hold what it looks for. */
const word = (...pieces: string[]) => pieces.join('');
const any = (words: string[], flags = 'i') => new RegExp(`\\b(${words.join('|')})\\b`, flags);

/** What must never be in the repository, and one sentence that must be found, as proof that the search works. */
const FORBIDDEN: [what: string, pattern: RegExp, proof: string][] = [
  ['the address of a package registry', new RegExp(word('(regis', 'try|npm)\\.[a-z-]*(npm|yarn|pkg|taobao)[a-z-]*\\.(org|com|cn|net)'), 'i'), word('https://regis', 'try.npm', 'js.org/jest')],
  ['a path of somebody\'s machine', new RegExp(word('(?<![\\w.@$}*~-])/(home/[a-z]|Us', 'ers/[a-z]|ro', 'ot/|wo', 'rk/|tmp/ha', 'll/)'), ''), word('see /wo', 'rk/main')],
  ['the name of a machine that writes', any([word('chat', 'gpt'), word('clau', 'de'), word('anthro', 'pic'), word('open', 'a', 'i'), word('copi', 'lot'), word('gem', 'ini'), word('l', 'lms?'), word('language mod', 'els?'), word('artificial intel', 'ligence'), word('a', 'i')]), word('written with A', 'I')],
  ['a word about who does the work', any([word('sub-?age', 'nts?'), word('coding age', 'nts?'), word('(an|the|this|another|by) age', 'nts?'), word('co-author', 'ed-by'), word('hand', '-?over note'), word('the bri', 'ef'), word('my ta', 'sk'), word('a col', 'league writes')]), word('as the age', 'nt said')],
  ['a word about an errand', any([word('iss', 'ue #?\\d+'), word('tic', 'ket #\\d+'), word('(previous|earlier|later|next|another) sess', 'ion of work'), word('work sess', 'ion'), word('phase', ' \\d'), word('mile', 'stone \\d'), word('(facts|quality|mission|stack(-\\w+)?|domain|experience) pa', 'ge')]), word('as iss', 'ue 12 asks')],
  ['work left undone', any([word('TO', 'DO'), word('FIX', 'ME'), word('XX', 'X'), word('HA', 'CK')], ''), word('// TO', 'DO later')],
  ['a private key or token', new RegExp(word('-----BEG', 'IN [A-Z ]*PRIVATE KEY|\\bAK', 'IA[0-9A-Z]{16}\\b|\\bgh', 'p_[A-Za-z0-9]{30,}'), ''), word('-----BEG', 'IN PRIVATE KEY-----')],
  ['a conflict left by a merge', new RegExp(word('^(<<<', '<<<<|>>>', '>>>>) '), 'm'), word('<<<', '<<<< ours')],
];

/** Third parties' names for their own packages are theirs. */
const NOT_READ = ['pnpm-lock.yaml'];

const texts = filesOf().filter((path) => isText(path) && !NOT_READ.includes(path)).map((path) => [path, textOf(path)] as const);

describe('the repository never contains', () => {
  test.each(FORBIDDEN)('%s', (_what, pattern, proof) => {
    const found = texts.flatMap(([path, text]) => text.split('\n').flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}: ${line.trim().slice(0, 160)}`] : [])));
    expect(found).toEqual([]);
    expect(proof).toMatch(pattern);
  });
});

test('what the hall says of its own work is left in peace', () => {
  for (const sentence of ['the session of the resident ends', 'a son who helps', 'ticket A012 is called', 'Mozilla/5.0 is a user-agent', "import { Agent } from 'node:http'", 'packages/workspace/root/x', '/api/health', 'the issue of a notice']) {
    expect(FORBIDDEN.filter(([, pattern]) => pattern.test(sentence)).map(([what]) => what)).toEqual([]);
  }
});
