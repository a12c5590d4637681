import fc from 'fast-check';
import { flagBook } from '../audit/flag-book.ts';
import type { Fact } from '../commitment/fulfilment.rules.ts';
import type { Json } from '../kernel/canonical-json.ts';
import { MINUTE, instantAt } from '../kernel/day.ts';
import type { LedgerEntry, LedgerKind } from '../ledger/entry.rules.ts';
import { SHIPPED_FLAG_FORMULA, flagFormulaProblems, flagResult, tallyWindows } from './red-flag.rules.ts';
import type { FlagFormula, WindowTally } from './red-flag.rules.ts';
import { formulaFor, scoreWords } from './weights.rules.ts';

const FORMULA: FlagFormula = { ...SHIPPED_FLAG_FORMULA, from: '2026-12', least: 2 };
const NOON = instantAt('2026-12-10', '12:00');

/** One visit at a window: called at noon, then done after so many minutes, or never. */
const visit = (window: string, minutes: number | null, more: { ready?: boolean } = {}): Fact[] => {
  const attributes = { window, ready: more.ready ?? true };
  return [{ event: 'visit.taken', at: NOON - MINUTE, attributes: {} }, { event: 'visit.called', at: NOON, attributes }, minutes === null ? { event: 'visit.missed', at: NOON + MINUTE, attributes } : { event: 'visit.served', at: NOON + minutes * MINUTE, attributes }];
};
const visits = fc.array(fc.record({ window: fc.constantFrom('w1', 'w2', 'w3'), minutes: fc.option(fc.integer({ min: 1, max: 30 }), { nil: null }), ready: fc.boolean() }), { maxLength: 40 })
  .map((all) => all.map(({ window, minutes, ready }) => visit(window, minutes, { ready })));

describe('the red-flag window of a month', () => {
  it('counts what was done, what was done in five minutes, and who was called and not served', () => {
    const tally = tallyWindows([visit('w1', 2), visit('w1', 5), visit('w1', 9), visit('w1', 3, { ready: false }), visit('w1', null)]).get('w1');
    expect(tally).toEqual({ services: 4, ready: 3, five: 2, lost: 1, steps: [0, 1, 1, 1, 0, 1, 0] });
  });
  it('counts nothing twice for a person who missed the call, came back and was served', () => {
    const twice: Fact[] = [...visit('w1', null), { event: 'visit.called', at: NOON + 5 * MINUTE, attributes: { window: 'w1', ready: true } }, { event: 'visit.served', at: NOON + 7 * MINUTE, attributes: { window: 'w1', ready: true } }];
    expect(tallyWindows([twice]).get('w1')).toMatchObject({ services: 1, five: 1, lost: 0 });
  });
  it('goes to the better window, and to nobody who served too few', () => {
    const tallies = tallyWindows([visit('w1', 2), visit('w1', 3), visit('w2', 9), visit('w2', 12), visit('w3', 1)]);
    const { flagged, windows } = flagResult(FORMULA, '2026-12', tallies);
    expect([flagged, windows.map(({ score }) => score && scoreWords(score))]).toEqual([['w1'], ['96.6', '43.3', null]]);
    expect(flagResult({ ...FORMULA, least: 3 }, '2026-12', tallies)).toMatchObject({ flagged: [] });
  });
  it('goes to all who are level, unless the rule asks who served more', () => {
    const even = (services: number): WindowTally => ({ services, ready: 0, five: 0, lost: 0, steps: [services, 0, 0, 0, 0, 0, 0] });
    const weights = { five: 500, pace: 500, kept: 0, services: 0 };
    const tallies = new Map([['w1', even(5)], ['w2', even(7)], ['w3', even(7)]]);
    expect(flagResult({ ...FORMULA, weights }, '2026-12', tallies).flagged).toEqual(['w1', 'w2', 'w3']);
    expect(flagResult({ ...FORMULA, weights, tie: 'services' }, '2026-12', tallies).flagged).toEqual(['w2', 'w3']);
  });
  it('is the same in whatever order the facts came to be known, and never leaves the whole numbers', () => {
    fc.assert(fc.property(visits.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }).map((mixed) => mixed.map((facts) => [...facts].reverse())))), ([all, mixed]) => {
      const found = flagResult(FORMULA, '2026-12', tallyWindows(all));
      expect(flagResult(FORMULA, '2026-12', tallyWindows(mixed))).toEqual(found);
      for (const { score, services, ready, five } of found.windows) {
        expect(score === null || (Number.isSafeInteger(score) && score >= 0 && score <= 1_000_000)).toBe(true);
        expect(five <= ready && ready <= services).toBe(true);
      }
    }));
  });
  it('is never lost by serving one more person quickly', () => {
    fc.assert(fc.property(visits, (all) => {
      const { flagged } = flagResult(FORMULA, '2026-12', tallyWindows(all));
      if (flagged.includes('w1')) expect(flagResult(FORMULA, '2026-12', tallyWindows([...all, visit('w1', 1)])).flagged).toContain('w1');
    }));
  });
  it('is found by a formula that nobody could choose knowing the month', () => {
    const paths = (formula: FlagFormula) => flagFormulaProblems(formula, '2026-12-05').map(({ path }) => path);
    expect(paths({ ...FORMULA, from: '2027-01' })).toEqual([]);
    expect(paths(FORMULA)).toEqual(['from']);
    expect(paths({ ...FORMULA, from: '2027-01', weights: { ...FORMULA.weights, five: 500 }, least: 0, places: 11 })).toEqual(['weights', 'least', 'places']);
    expect(formulaFor([{ from: '2026-12', n: 1 }, { from: '2027-02', n: 2 }, { from: '2027-02', n: 3 }], '2027-03')).toMatchObject({ n: 3 });
    expect(formulaFor([{ from: '2026-12' }], '2026-11')).toBeNull();
  });
});

describe('who recomputes the red-flag windows', () => {
  let seq = 0;
  const entry = (kind: LedgerKind, day: string, body: object): LedgerEntry => ({ seq: (seq += 1), prev: '', kind, day, body: body as { [name: string]: Json } });
  const said = [visit('w1', 2), visit('w1', 3), visit('w2', 9), visit('w2', null)];
  const facts = said.flatMap((each, at) => each.map(({ event, at: when, attributes }) => entry('fact', '2026-12-10', { s: `v${at}`, event, at: when, of: attributes })));
  const result = flagResult(FORMULA, '2026-12', tallyWindows(said));
  const findings = (entries: readonly LedgerEntry[]) => {
    const book = flagBook();
    return { words: entries.map((each) => book.read(each)).filter((words) => words !== null), months: book.months };
  };
  const formula = entry('flag.formula', '2026-11-20', FORMULA);
  const honest = [formula, ...facts, entry('flag.result', '2026-12-31', result), entry('checkpoint', '2026-12-31', {})];

  it('agrees with what was computed', () => expect(findings(honest)).toEqual({ words: [], months: 1 }));
  it('finds another window flagged, a time changed, a month left out and a formula that came late', () => {
    const as = (at: number, body: object, day?: string) => honest.map((each, nth) => (nth === at ? { ...each, day: day ?? each.day, body: body as { [name: string]: Json } } : each));
    expect(findings(as(honest.length - 2, { ...result, flagged: ['w2'] })).words).toHaveLength(1);
    expect(findings(as(3, { ...facts[2]!.body, at: NOON + 20 * MINUTE })).words).toEqual(['2026-12 的红旗窗口与账上的办事记录和事先公布的办法不符']);
    expect(findings(honest.filter(({ kind }) => kind !== 'flag.result')).words).toEqual(['2026-12 有红旗窗口的办法，却没有公布结果']);
    expect(findings(as(0, FORMULA, '2026-12-01')).words[0]).toContain('比它开始的月份还晚');
    expect(findings([...honest, entry('flag.result', '2026-12-31', result)]).words).toEqual(['2026-12 的红旗窗口公布了两次']);
  });
});
