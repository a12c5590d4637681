import { closeSync, openSync, writeSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { newSigningPair, signText } from '../../cloud-api/src/platform/crypto/signing.ts';
import { EVERYTHING, type CommitmentRule } from '@hall/shared/commitment/commitment.rules';
import { LAST_NINETY_DAYS, NO_COUNTS, addCounts, countOf, daysOf, figureOf, monthOf, nextMonth, type Counts } from '@hall/shared/commitment/figures.rules';
import { fulfilmentsOf, type Fact } from '@hall/shared/commitment/fulfilment.rules';
import { canonicalJson, type Json } from '@hall/shared/kernel/canonical-json';
import { SHIPPED_FLAG_FORMULA, flagResult, tallyWindows } from '@hall/shared/assessment/red-flag.rules';
import { MINUTE, addDays, instantAt, type Day } from '@hall/shared/kernel/day';
import { checkpointText, manifestText } from '@hall/shared/ledger/checkpoint.rules';
import { NO_ENTRY, entryText, type LedgerKind } from '@hall/shared/ledger/entry.rules';
import { EMPTY_FRONTIER, grow, leafHash, rootOf } from '@hall/shared/ledger/merkle.rules';

const digest = (text: string) => createHash('sha256').update(text).digest('hex');
const CALENDAR = { coveredYears: [], holidays: {}, extraWorkdays: {} };
const FIRST_DAY: Day = '2026-11-23';
const VISITS_A_DAY = 600;
const MANIFEST_ROOM = 1_024;

const PROMISES: { c: string; wording: string; rule: CommitmentRule }[] = [
  { c: 'five-minutes', wording: '叫号后五分钟办结', rule: { from: 'visit.called', to: 'visit.served', limit: 5, clock: 'minutes', scope: { ...EVERYTHING, readyOnly: true } } },
  { c: 'wait', wording: '取号后三十分钟内叫到', rule: { from: 'visit.taken', to: 'visit.called', limit: 30, clock: 'minutes', scope: EVERYTHING } },
];

/** A small generator with a fixed seed: every run writes the same hall. */
function dice(seed: number): () => number {
  let state = seed;
  return () => ((state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32);
}

/**
 * Writes a sound export of at least so many entries: whole days of visits with two promises, their figures each evening, the totals and the seal, and
 * the red-flag windows at each month's end, all by the hall's own rules. @returns how many entries there are
 */
export function writeLedger(file: string, entries: number): number {
  const pair = newSigningPair();
  const roll = dice(1);
  const out = openSync(file, 'w');
  let [seq, prev, tree, text] = [0, NO_ENTRY, EMPTY_FRONTIER, ''];
  const put = (kind: LedgerKind, day: Day, body: { readonly [name: string]: Json }) => {
    seq += 1;
    const line = entryText({ seq, prev, kind, day, body });
    prev = digest(line);
    tree = grow(digest, tree, leafHash(digest, prev));
    text += `${line}\n`;
    if (text.length > 1 << 20) {
      writeSync(out, text);
      text = '';
    }
  };
  // The manifest names the last entry, so its line is written last: until then blanks hold its place.
  writeSync(out, `${' '.repeat(MANIFEST_ROOM - 1)}\n`);
  const close = (day: Day, came: number) => {
    put('day.totals', day, { day, classes: came === 0 ? [] : [{ cls: 'walkin', last: came, served: came, left: 0, unserved: 0, open: 0 }] });
    const checkpoint = { ledger: 'bench', day, size: tree.size, root: rootOf(digest, tree) };
    put('checkpoint', day, { ...checkpoint, key: pair.publicKey, signature: signText(pair.privateKey, checkpointText(checkpoint)) });
  };
  const begun = addDays(FIRST_DAY, -1);
  put('ledger.begun', begun, { format: 1, ledger: 'bench', hall: '测试大厅', key: pair.publicKey });
  const formula = { ...SHIPPED_FLAG_FORMULA, from: nextMonth(monthOf(FIRST_DAY)) };
  put('flag.formula', begun, formula as unknown as { [name: string]: Json });
  for (const { c, wording, rule } of PROMISES) put('commitment.published', begun, { c, v: 1, wording, holder: { kind: 'hall', code: null }, from: FIRST_DAY, rule: rule as unknown as Json });
  close(begun, 0);
  const days = PROMISES.map(() => new Map<Day, Counts>());
  let visits: Fact[][] = [];

  for (let day = FIRST_DAY; seq < entries; day = addDays(day, 1)) {
    for (let visit = 1; visit <= VISITS_A_DAY; visit += 1) {
      const s = digest(`${day} ${visit}`).slice(0, 22);
      const taken = instantAt(day, '09:00') + Math.floor(roll() * 420) * MINUTE;
      const called = taken + Math.floor(roll() * 34 * 60) * 1_000;
      const of = { cls: 'walkin', department: 'department-code-00001', matters: ['enrolment'], ready: roll() < 0.6, staff: `staff-code-${Math.floor(roll() * 20)}`, window: `window-code-${Math.floor(roll() * 8)}` };
      const facts: Fact[] = [{ event: 'visit.taken', at: taken, attributes: of }, { event: 'visit.called', at: called, attributes: of }, { event: 'visit.serving', at: called + 20_000, attributes: of }, { event: 'visit.served', at: called + Math.floor(roll() * 330) * 1_000 + 20_000, attributes: of }];
      visits.push(facts);
      for (const { event, at } of facts) put('fact', day, { s, event, at, of });
      PROMISES.forEach(({ rule }, which) => {
        for (const found of fulfilmentsOf(rule, CALENDAR, facts)) {
          const { counts, day: settled } = countOf(rule, found, false)!;
          days[which]!.set(settled, addCounts(days[which]!.get(settled) ?? NO_COUNTS, counts));
        }
      });
    }
    PROMISES.forEach(({ c }, which) => {
      for (const period of [monthOf(day), LAST_NINETY_DAYS]) {
        const { first, last } = daysOf(period, day);
        let counts = NO_COUNTS;
        for (const [each, sums] of days[which]!) if (first <= each && each <= last) counts = addCounts(counts, sums);
        put('figure.published', day, { ...figureOf(c, 1, period, day, counts) } as unknown as { [name: string]: Json });
      }
    });
    if (monthOf(addDays(day, 1)) !== monthOf(day)) {
      if (monthOf(day) >= formula.from) put('flag.result', day, flagResult(formula, monthOf(day), tallyWindows(visits)) as unknown as { [name: string]: Json });
      visits = [];
    }
    close(day, VISITS_A_DAY);
  }
  writeSync(out, text);

  const manifest = { format: 1 as const, ledger: 'bench', hall: '测试大厅', key: pair.publicKey, entries: seq, head: prev };
  const line = (hall: string) => canonicalJson({ ...manifest, hall, signature: signText(pair.privateKey, manifestText({ ...manifest, hall })) });
  // A hall's name may be long: it fills the place that was held, to the byte.
  const missing = MANIFEST_ROOM - 1 - Buffer.byteLength(line(manifest.hall));
  writeSync(out, line(`${manifest.hall}${'.'.repeat(missing)}`), 0);
  closeSync(out);
  return seq;
}
