import { createHash } from 'node:crypto';
import { auditor } from '@hall/shared/audit/auditor';
import { everyBook } from '@hall/shared/audit/books';
import { MINUTE, dayOf, instantAt } from '@hall/shared/kernel/day';
import type { MeasurableEvent } from '@hall/shared/commitment/measurable-events';
import type { LedgerEntry } from '@hall/shared/ledger/entry.rules';
import { isSigned } from '../../platform/crypto/signing.ts';
import { newId } from '../../platform/persistence/new-id.ts';
import { onEveryDatabase } from '../../platform/persistence/testing/on-every-database.ts';
import { MORNING, TestApp } from '../../testing/test-app.ts';
import type { LedgerPage, LedgerStateView } from '../ledger/ledger.dto.ts';
import { LedgerQueries } from '../ledger/ledger.queries.ts';
import { Ledger } from '../ledger/ledger.ts';
import { LedgerSequencer } from '../ledger/ledger-sequencer.ts';
import { MeasuredFacts } from './measured-facts.ts';

jest.setTimeout(60_000);
const digest = (text: string) => createHash('sha256').update(text).digest('hex');

onEveryDatabase((database) => {
  let hall: TestApp;

  beforeAll(async () => {
    hall = await TestApp.start(database.url);
    hall.clock.set(MORNING);
    await hall.app.get(LedgerSequencer).sequence();
  });
  afterAll(() => hall.close());

  const tell = (event: MeasurableEvent, subjectId: string) => hall.work((work) => hall.app.get(MeasuredFacts).record(work, { eventId: newId(), hallId: hall.hallId, subjectId, event, at: work.now, attributes: { cls: 'walkin' } }));
  const facts = async () => (await hall.call<LedgerPage>('GET', '/public/ledger/entries?kind=fact')).body.items;

  test('whoever watches the ledger all day, or reads it later, cannot tell at what hour somebody asked, complained or wrote', async () => {
    const told: string[] = [];
    for (let minute = 0; minute < 12; minute += 1) {
      hall.clock.set(MORNING + minute * MINUTE);
      // Between visits told by the second, in a known order.
      await tell('visit.missed', newId());
      const subject = newId();
      await tell('enquiry.asked', subject);
      told.push(subject);
      await hall.app.get(LedgerSequencer).sequence();
      expect((await hall.call<LedgerStateView>('GET', '/public/ledger')).body).toMatchObject({ waiting: 0, lagSeconds: 0 });
    }
    expect((await facts()).map(({ body }) => body['event'])).toEqual(new Array(12).fill('visit.missed'));

    hall.clock.set(instantAt(dayOf(MORNING + 24 * 60 * MINUTE), '00:10'));
    await hall.app.get(LedgerSequencer).seal();
    const all = (await facts()).reverse();
    expect(all.map(({ body }) => body['event'])).toEqual([...new Array<string>(12).fill('visit.missed'), ...new Array<string>(12).fill('enquiry.asked')]);
    const rows = await hall.dataSource.query<{ subject_id: string; code: string }[]>("SELECT subject_id, code FROM ledger_code WHERE kind = 'enquiry'");
    const asked = told.map((subject) => rows.find((row) => row.subject_id === subject)!.code);
    const standing = all.slice(12).map(({ body }) => body['s'] as string);
    expect([...standing].sort()).toEqual([...asked].sort());
    // Twelve questions stand as they were asked once in 479 million times.
    expect(standing).not.toEqual(asked);
    expect(standing).not.toEqual([...asked].reverse());
  });

  test('what is said about such a fact stands behind it, however early it was said', async () => {
    hall.clock.set(instantAt(dayOf(MORNING + 24 * 60 * MINUTE), '10:00'));
    await hall.work((work) => hall.app.get(Ledger).say(work, { hallId: hall.hallId, key: 'left-out', kind: 'exclusion.made', body: { c: 'c', v: 1, s: 's', ordinal: 0, reason: 'system-outage', by: ['a', 'b'] }, forSeal: true }));
    await hall.work((work) => hall.app.get(Ledger).say(work, { hallId: hall.hallId, key: 'fact', kind: 'fact', body: { s: 's', event: 'enquiry.asked', at: 0, of: {} }, forSeal: true }));
    hall.clock.set(instantAt(dayOf(MORNING + 48 * 60 * MINUTE), '00:10'));
    await hall.app.get(LedgerSequencer).seal();
    const [fact, leftOut] = await Promise.all(['fact', 'left-out'].map((key) => hall.app.get(Ledger).placeOf(hall.hallId, key)));
    expect(fact!.seq).toBeLessThan(leftOut!.seq);
  });

  test('the file is whole all the same', async () => {
    const reader = auditor({ digest, isSigned, books: everyBook(digest).map(({ book }) => book) });
    const file = (await hall.app.get(LedgerQueries).export())!;
    let text = '';
    for await (const part of file.lines) text += part;
    for (const line of text.trimEnd().split('\n')) reader.line(line);
    expect(reader.end().findings).toEqual([]);
    expect(text.trimEnd().split('\n').slice(1).map((line) => (JSON.parse(line) as LedgerEntry).seq)).toHaveLength(reader.end().entries);
  });
});
