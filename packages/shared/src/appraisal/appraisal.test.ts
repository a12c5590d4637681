import fc from 'fast-check';
import { appraisalBook } from '../audit/appraisal-book.ts';
import type { AppraisalDrawn, AppraisalOpened, AppraisalResult } from '../audit/appraisal-book.ts';
import { finalStates, reachableFrom } from '../kernel/moves.ts';
import type { LedgerEntry, LedgerKind } from '../ledger/entry.rules.ts';
import { plainDigest as digest } from '../ledger/plain-digest.builder.ts';
import { appraisalPlanProblems, closingDay, enoughPeople, packedLevels, visitorDays } from './appraisal.rules.ts';
import { APPRAISAL_MOVES } from './appraisal.moves.ts';
import { drawSeed, drawn, tokenOf, tokensRoot } from './draw.rules.ts';
import { bandLabel, figureOf, goodWords, tallyOf } from './figure.rules.ts';

describe('a department appraisal', () => {
  it('can only be ended by the clock, and asks nobody for a second result', () => {
    expect(finalStates(APPRAISAL_MOVES).sort()).toEqual(['ended', 'rectified']);
    expect(reachableFrom(APPRAISAL_MOVES, 'counted')).toEqual(new Set(['counted', 'rectified']));
  });
  it('says field by field what a plan lacks', () => {
    const plan = { questions: ['attitude', 'speed'], days: 5, invite: 60 };
    const paths = (more: object) => appraisalPlanProblems({ ...plan, ...more }).map(({ path }) => path);
    expect(paths({})).toEqual([]);
    expect([paths({ questions: [] }), paths({ questions: ['attitude', 'attitude'] }), paths({ questions: ['weather'] }), paths({ questions: ['attitude', 'speed', 'clarity', 'skill', 'fairness', 'place'] })]).toEqual(Array(4).fill(['questions']));
    expect([paths({ days: 2 }), paths({ days: 15 }), paths({ invite: 19 }), paths({ invite: 301 })]).toEqual([['days'], ['days'], ['invite'], ['invite']]);
  });
  it('is not held where fewer than twenty people could have answered', () => expect([enoughPeople(19).ok, enoughPeople(20).ok]).toEqual([false, true]));
  it('asks whoever came in the thirty days before, and runs through its closing day', () => expect([visitorDays('2026-12-31'), closingDay('2026-12-30', 3)]).toEqual([{ first: '2026-12-01', last: '2026-12-31' }, '2027-01-02']));
  it('takes an answer only when each question has exactly one level', () => {
    const [one, two] = [{ question: 'attitude', level: 5 }, { question: 'speed', level: 2 }];
    expect(packedLevels(['attitude', 'speed'], [two, one])).toBe('52');
    for (const wrong of [[one], [one, one], [one, two, { question: 'place', level: 1 }], [one, { question: 'speed', level: 6 }]]) expect(packedLevels(['attitude', 'speed'], wrong)).toBeNull();
  });
});

const tokens = (count: number, of = 'x') => Array.from({ length: count }, (_, at) => tokenOf(digest, `salt ${at}`, of, String(at)));

describe('the draw', () => {
  it('takes the same people in whatever order they stand, as many as were to be invited, and nobody twice', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 80 }), fc.integer({ min: 1, max: 100 }), fc.string(), fc.infiniteStream(fc.nat()), (count, invite, seed, order) => {
      const all = tokens(count);
      const shuffled = all.map((token) => ({ token, at: order.next().value as number })).sort((a, b) => a.at - b.at).map(({ token }) => token);
      const taken = drawn(digest, seed, all, invite);
      expect(drawn(digest, seed, shuffled, invite)).toEqual(taken);
      expect([new Set(taken).size, taken.every((token) => all.includes(token))]).toEqual([Math.min(count, invite), true]);
      expect(tokensRoot(digest, shuffled)).toBe(tokensRoot(digest, all));
    }), { numRuns: 60 });
  });
  it('draws everybody about as often as anybody else', () => {
    const all = tokens(30);
    const times = new Map(all.map((token) => [token, 0]));
    for (let round = 0; round < 1_200; round += 1) for (const token of drawn(digest, drawSeed(digest, String(round), 'x'), all, 10)) times.set(token, times.get(token)! + 1);
    // Each is drawn 400 times in the middle; five times the deviation of 16 is more than chance does.
    for (const count of times.values()) expect(Math.abs(count - 400)).toBeLessThan(82);
  });
});

describe('what is told of the answers', () => {
  const of = (one: number, two: number, three: number, four: number, five: number) => figureOf('speed', { 1: one, 2: two, 3: three, 4: four, 5: five });
  it('has nothing below five: levels are put together, and a few discontented are a bound, the same as none', () => {
    expect(of(0, 3, 4, 8, 20)).toEqual({ question: 'speed', bands: [[1, 3, 7], [4, 4, 8], [5, 5, 20]], good: [885, 1_000] });
    expect(of(0, 0, 7, 8, 20).good).toEqual([885, 1_000]);
    expect(of(2, 4, 3, 1, 10)).toEqual({ question: 'speed', bands: [[1, 2, 6], [3, 5, 14]], good: [700, 700] });
  });
  it('is only the number of answers where there are fewer than ten, and not even that below five', () => {
    expect(tallyOf(['speed'], ['5', '1', '3', '3', '5', '5'])).toEqual({ answers: 6, figures: [{ question: 'speed', bands: [[1, 5, 6]], good: null }] });
    expect(tallyOf(['speed'], ['5', '1', '3', '3'])).toEqual({ answers: null, figures: [] });
  });
  it('is read as people say it', () => {
    expect([of(2, 4, 3, 1, 10), of(0, 0, 7, 8, 20), of(18, 1, 0, 1, 0), of(1, 1, 1, 1, 1)].map(goodWords)).toEqual(['70%', '88.5% 以上', '不超过 20%', null]);
    expect(([[5, 5, 9], [4, 5, 9], [1, 2, 9], [2, 3, 9], [1, 5, 9]] as const).map(bandLabel)).toEqual(['非常满意', '满意及以上', '不满意及以下', '不满意到基本满意', '各档合在一起']);
  });
});

describe('whoever reads an appraisal out of the ledger', () => {
  const entry = (kind: LedgerKind, body: object, day: string): LedgerEntry => ({ seq: 1, prev: '', kind, day, body: body as LedgerEntry['body'] });
  const all = tokens(40, 'a');
  const seal = { ledger: 'l', day: '2026-12-01', size: 9, root: digest('all that was said') };
  const opened: AppraisalOpened = { c: 'a', department: 'd', questions: ['attitude', 'speed'], invite: 25, population: 40, root: tokensRoot(digest, all), closes: '2026-12-05' };
  const seed = drawSeed(digest, seal.root, 'a');
  const draw: AppraisalDrawn = { c: 'a', from: seal.day, root: seal.root, seed, invited: 25, drawn: tokensRoot(digest, drawn(digest, seed, all, 25)) };
  const answers = [...Array<string>(12).fill('55'), ...Array<string>(6).fill('41'), '31', '21'];
  const result: AppraisalResult = { c: 'a', invited: 25, due: '2026-12-18', ...tallyOf(opened.questions, answers) };
  const people = (list: readonly string[] = all, part = 1) => entry('appraisal.opened', { c: 'a', part, tokens: list }, '2026-12-01');
  const opening = (more: object = {}) => entry('appraisal.opened', { ...opened, ...more }, '2026-12-01');
  const sealed = (more: object = {}) => entry('checkpoint', { ...seal, ...more }, '2026-12-01');
  const drawing = (more: object = {}) => entry('appraisal.drawn', { ...draw, ...more }, '2026-12-02');
  const closing = (more: object = {}, day = '2026-12-05') => entry('appraisal.result', { ...result, ...more }, day);
  const rectified = entry('appraisal.rectified', { c: 'a', text: '窗口加一把椅子' }, '2026-12-10');
  const read = (...entries: LedgerEntry[]) => {
    const book = appraisalBook(digest);
    return { found: entries.map((each) => book.read(each)).filter((words) => words !== null), agreed: book.appraisals };
  };
  const begun = [people(), opening(), sealed(), drawing()];

  it('agrees with one that was held as it should be, in parts too', () => {
    expect(read(...begun, closing(), rectified)).toEqual({ found: [], agreed: 1 });
    expect(read(people(all.slice(0, 30)), people(all.slice(30), 2), opening(), sealed(), drawing(), closing())).toEqual({ found: [], agreed: 1 });
    expect(read(...begun, closing({ answers: null, figures: [], due: null }))).toEqual({ found: [], agreed: 1 });
  });
  it('finds somebody slipped in, left out or counted twice before the draw', () => {
    expect(read(people([...all, 'x']), opening()).found).toHaveLength(1);
    expect(read(people(all.slice(1)), opening()).found).toHaveLength(1);
    expect(read(people([...all.slice(1), all[1]!]), opening()).found).toHaveLength(1);
    expect(read(people([...all.slice(1), 'x']), opening()).found).toEqual(['可以抽取的人与开启时公布的根不符']);
    expect(read(people(), opening(), people(['x'], 1)).found).toHaveLength(1);
    expect(read(people(all.slice(0, 30)), people(all.slice(30), 3)).found).toHaveLength(1);
  });
  it('finds an opening that breaks its own rules, or comes twice', () => {
    for (const more of [{ closes: '2026-12-01' }, { questions: ['weather'] }, { questions: [] }, { invite: 5 }, { population: 39 }]) expect(read(people(), opening(more)).found).toHaveLength(1);
    expect(read(people(), opening(), opening()).found).toHaveLength(1);
  });
  it('finds a draw by another seed, from another seal, before any seal, of others, or a second one', () => {
    expect(read(people(), opening(), drawing()).found).toEqual(['抽取用的不是开启以后的第一次封账']);
    expect(read(people(), opening(), sealed({ root: digest('x') }), sealed(), drawing()).found).toEqual(['抽取用的不是开启以后的第一次封账']);
    expect(read(people(), opening(), sealed(), drawing({ seed: digest('luck') })).found).toEqual(['抽取的种子不是由那次封账得来的']);
    expect(read(people(), opening(), sealed(), drawing({ drawn: tokensRoot(digest, all.slice(0, 25)) })).found).toEqual(['抽到的人不是由种子得来的']);
    expect(read(people(), opening(), sealed(), drawing({ invited: 24 })).found).toHaveLength(1);
    expect(read(...begun, drawing()).found).toHaveLength(1);
    expect(read(drawing(), closing(), rectified).found).toHaveLength(3);
  });
  it('finds a result too early, twice, of more than were asked, of too few, or one that does not add up', () => {
    const found = (more: object) => read(...begun, closing(more)).found;
    expect(read(...begun, closing({}, '2026-12-04')).found).toHaveLength(1);
    expect(read(...begun, closing(), closing()).found).toHaveLength(1);
    for (const more of [{ invited: 26 }, { answers: 26 }, { answers: 4 }, { answers: 21 }, { answers: null }, { figures: [...result.figures].reverse() }, { figures: [result.figures[0]] }]) expect(found(more)).toHaveLength(1);
    const [first, second] = result.figures;
    const changed = (more: object) => found({ figures: [{ ...first, ...more }, second] });
    expect([changed({ bands: [[1, 3, 2], [4, 4, 6], [5, 5, 12]] }), changed({ good: [950, 950] }), changed({ good: null })].map(({ length }) => length)).toEqual([1, 1, 1]);
    expect(found({ figures: [first, { ...second, good: [0, 1_000] }] })).toEqual(['科室评议的满意率不是由各档得来的']);
  });
  it('finds a result that was kept back, and a rectification of nothing or told twice', () => {
    expect(read(...begun, sealed({ day: '2026-12-04' })).found).toEqual([]);
    expect(read(...begun, entry('checkpoint', seal, '2026-12-05')).found).toEqual(['有科室评议在 2026-12-05 已经截止，却没有公布结果']);
    expect(read(...begun, closing(), rectified, rectified).found).toHaveLength(1);
    expect(read(...begun, closing({ answers: null, figures: [], due: null }), rectified).found).toHaveLength(1);
  });
});
