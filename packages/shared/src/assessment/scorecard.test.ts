import fc from 'fast-check';
import { assessmentBook } from '../audit/assessment-book.ts';
import type { Json } from '../kernel/canonical-json.ts';
import { MINUTE } from '../kernel/day.ts';
import type { LedgerEntry, LedgerKind } from '../ledger/entry.rules.ts';
import { PARTS, SHIPPED_ASSESSMENT_FORMULA, assessmentFormulaProblems, cardResult, countCard, mayDecideAppeal, withinFive } from './scorecard.rules.ts';
import type { AssessmentFormula, CardFact, CardPart } from './scorecard.rules.ts';

const FORMULA: AssessmentFormula = { ...SHIPPED_ASSESSMENT_FORMULA, from: '2026-12', target: 10 };
const facts = (part: CardPart, good: number, bad = 0): CardFact[] => [...Array.from({ length: good }, () => ({ part, good: true })), ...Array.from({ length: bad }, () => ({ part, good: false }))];
const anyFacts = fc.array(fc.record({ part: fc.constantFrom(...PARTS), good: fc.boolean() }), { maxLength: 60 });

describe('the scorecard of a month', () => {
  it('weighs what was done by the formula', () => {
    const { points, score } = cardResult(FORMULA, countCard([...facts('served', 5), ...facts('five', 3, 1), ...facts('kept', 4), ...facts('once', 1, 1), ...facts('relays', 2)]));
    expect([points, score]).toEqual([{ served: 500, five: 750, kept: 1000, once: 500, relays: 1000 }, 750_000]);
  });
  it('leaves out what never came somebody\'s way, instead of counting it as bad', () => {
    expect(cardResult(FORMULA, countCard(facts('kept', 3)))).toEqual({ points: { served: null, five: null, kept: 1000, once: null, relays: null }, score: 1_000_000 });
    expect(cardResult(FORMULA, countCard([])).score).toBeNull();
  });
  it('gives no more for serving beyond the target', () => expect(cardResult(FORMULA, countCard(facts('served', 40))).score).toBe(1_000_000));
  it('is the same in whatever order the facts came, in whole numbers', () => {
    fc.assert(fc.property(anyFacts.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))), ([all, mixed]) => {
      const { score } = cardResult(FORMULA, countCard(all));
      expect(cardResult(FORMULA, countCard(mixed)).score).toBe(score);
      expect(score === null || (Number.isSafeInteger(score) && score >= 0 && score <= 1_000_000)).toBe(true);
    }));
  });
  it('never falls when something bad is struck out of it for not being so', () => {
    fc.assert(fc.property(anyFacts, (all) => {
      const at = all.findIndex(({ part, good }) => !good && part !== 'served');
      if (at === -1 || all.filter(({ part }) => part === all[at]!.part).length < 2) return;
      expect(cardResult(FORMULA, countCard(all.filter((_, nth) => nth !== at))).score!).toBeGreaterThanOrEqual(cardResult(FORMULA, countCard(all)).score!);
    }));
  });
  it('asks for a formula before the month, of whole weights', () => {
    const paths = (formula: AssessmentFormula) => assessmentFormulaProblems(formula, '2026-11-30').map(({ path }) => path);
    expect(paths(FORMULA)).toEqual([]);
    expect(paths({ from: '2026-11', weights: { ...FORMULA.weights, five: 2000 }, target: 0 })).toEqual(['from', 'weights.five', 'target']);
  });
  it('leaves parked minutes out of the five', () => expect([4, 6].map((parked) => withinFive({ calledAt: 0, servedAt: 10 * MINUTE, parkedMs: parked * MINUTE }))).toEqual([false, true]));
  it('is looked at again by neither the person nor whoever chose the formula', () => expect(['wang', 'zhou', 'sun'].map((id) => mayDecideAppeal(id, { staffId: 'wang', assessorId: 'zhou' }))).toEqual([false, false, true]));
});

describe('who reads the sealed cards', () => {
  const entry = (kind: LedgerKind, day: string, body: object): LedgerEntry => ({ seq: 1, prev: '', kind, day, body: body as { [name: string]: Json } });
  const formula = entry('assessment.formula', '2026-11-30', FORMULA);
  const sealed = entry('assessment.sealed', '2026-12-31', { month: '2026-12', corrected: false, cards: [{ c: 'a', seal: '1' }] });
  const corrected = (c: string) => entry('assessment.sealed', '2027-01-05', { month: '2026-12', corrected: true, cards: [{ c, seal: '2' }] });
  const end = entry('checkpoint', '2026-12-31', {});
  const words = (entries: readonly LedgerEntry[]) => { const book = assessmentBook(); return entries.map((each) => book.read(each)).filter((each) => each !== null); };

  it('finds nothing where the formula came first and a correction came after', () => expect(words([formula, sealed, end, corrected('a')])).toEqual([]));
  it('finds a late formula, a month left out, sealed twice or early, and a correction of nothing', () => {
    expect(words([{ ...formula, day: '2026-12-02' }])).toEqual(['考核办法公布得比它开始的月份还晚']);
    expect(words([formula, end])).toEqual(['2026-12 有考核办法，却没有封存结果']);
    expect(words([formula, sealed, sealed])).toEqual(['2026-12 的考核结果封存了两次']);
    expect(words([formula, { ...sealed, day: '2026-12-30' }])).toEqual(['2026-12 的考核结果不是月底封存的']);
    expect(words([formula, sealed, corrected('b')])).toEqual(['更正了一张没有封存过的考核表']);
  });
});
