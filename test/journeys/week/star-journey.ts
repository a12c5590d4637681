import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { ApplicationCardView, LedgerPage, LedgerStateView, LightBoardView, SessionView, StaffCaseView, StaffStarRoundView, StarNomineeList, StarReceiptView, StarRoundView } from '@hall/shared/api/views';
import { instantAt } from '@hall/shared/kernel/day';
import { DEMO_PERSONS } from '../../../cloud-api/src/sample/demo-persons.ts';
import { syntheticPerson } from '../../../cloud-api/src/sample/synthetic-people.ts';
import type { Phone } from '../../weapp-host/phone.ts';
import { Caller } from '../hall-over-http.ts';
import { serveEverybody } from '../quiet-line.ts';
import { MONDAY, TUESDAY, type WeekInTheHall } from './week-in-the-hall.ts';

const [OPENS, CLOSES] = ['09:00', '11:30'];
/** Who votes beside the resident with the phone. With fewer than five ballots nothing would be told. */
const OTHERS = ['ready', 'booked', 'waiting', 'returned'];
const SCANNED = 1011;

/** A resident who was served well: from the code on a badge to the proof that her ballot was counted. */
export function starJourney(weekNow: () => WeekInTheHall) {
  let phone: Phone;
  let round: StaffStarRoundView;
  let others: Caller[];

  const asDemo = async (key: string) => new Caller(weekNow().url, (await weekNow().anybody().post<SessionView>('/public/demo/sign-in', { key })).token);
  const seenByAll = () => weekNow().anybody().get<StarRoundView>(`/public/stars/${round.id}`);
  const closing = async () => (await weekNow().anybody().get<LedgerPage>('/public/ledger/entries?kind=star.closed')).items[0];
  const openReceipt = () => phone.open(`/star/receipt/index?id=${round.id}`);

  const onMonday = () => {
    test('whoever may vote was called to a window and showed their card there', async () => {
      const [wang, chen, li] = [await weekNow().staff('wang'), await weekNow().staff('chen'), await weekNow().staff('li')];
      others = await Promise.all(OTHERS.map(asDemo));
      for (const resident of [...others, await asDemo('served')]) {
        const [{ id }] = await resident.list<ApplicationCardView>('/resident/applications') as [ApplicationCardView];
        const { version } = await wang.get<StaffCaseView>(`/staff/applications/${id}`);
        expect((await wang.post<StaffCaseView>(`/staff/applications/${id}/verify-identity`, { version })).identityVerified).toBe(true);
      }
      for (const key of OTHERS.filter((each) => each !== 'waiting')) {
        const { number, age } = DEMO_PERSONS.find((each) => each.key === key)!;
        const { name, citizenId } = syntheticPerson(number, age, MONDAY);
        await chen.post('/staff/tickets', { cls: 'walkin', matterIds: ['benefit-enquiry'], name, citizenId });
      }
      expect(await serveEverybody(chen) + await serveEverybody(li)).toBeGreaterThan(OTHERS.length);
    });

    test('candidates, rule and times stand in the ledger before the first vote', async () => {
      const head = await weekNow().staff('zhou');
      const { items } = await head.get<StarNomineeList>(`/staff/stars/nominees?month=${MONDAY.slice(0, 7)}`);
      const nominees = items.slice(0, 3).map(({ staffId, name }) => ({ staffId, reasons: `${name}对老人耐心，一次说清要补什么。` }));
      const draft = await head.post<StaffStarRoundView>('/staff/stars', { month: MONDAY.slice(0, 7), tieRule: 'shared', opensAt: instantAt(TUESDAY, OPENS), closesAt: instantAt(TUESDAY, CLOSES), objectionDays: 5, nominees });
      round = await head.post<StaffStarRoundView>(`/staff/stars/${draft.id}/open`, { version: draft.version });
      await weekNow().until(async () => (await weekNow().anybody().get<LedgerPage>('/public/ledger/entries?kind=star.committed')).items.some(({ body }) => body.c === round.code));
      expect(await others[0]!.refusal('POST', `/resident/stars/${round.id}/vote`, { candidateId: round.candidates[0]!.id, nonce: randomBytes(24).toString('hex') })).toEqual({ status: 409, code: 'STAR_NOT_OPEN' });
    });
  };

  const onTuesday = () => {
    test('the code on a badge opens who stands before one, and what they promise', async () => {
      phone = await weekNow().phoneOf('a resident who was served yesterday');
      const { people } = await weekNow().anybody().get<LightBoardView>('/public/lights/board');
      const { code } = people.find(({ name }) => name === '王晓梅')!;
      await phone.start(`/lights/card/index?q=${encodeURIComponent(`${weekNow().url}/#/lights/card/index?code=${code}`)}`, SCANNED);
      expect(await phone.text('identity')).toMatch(/王晓梅.*窗口经办员.*FC-001/s);
      expect(await phone.text('duties')).toContain('当面核对材料');
      expect(await phone.text('commitments')).toContain('叫到您的号，8 分钟内给您办好');
      await phone.tap((await phone.ids()).find((id) => id.startsWith('promise-'))!);
      expect((await phone.route()).path).toBe('sunshine/one/index');
    });

    test('she votes once, however hasty, and holds a receipt; nobody is told how it stands', async () => {
      await phone.open('/account/sign-in/index');
      await phone.tap('demo-served');
      await phone.open('/tabs/services/index');
      await phone.tap('go-stars');
      await phone.tap(`star-${round.id}`);
      await phone.tap('cast');
      expect(await phone.text('wrong')).toContain('请先点选一位候选人');
      const [chosen] = round.candidates;
      await phone.tap(`candidate-${chosen!.id}`);
      await phone.tap('cast');
      await phone.tapTwice('cast-ask-yes');
      expect((await phone.route()).path).toBe('star/receipt/index');
      expect(await phone.text('receipt')).toContain(chosen!.name);
      await phone.tap('check');
      expect(await phone.has('proof-not-yet')).toBe(true);
      await phone.open(`/star/vote/index?id=${round.id}`);
      expect([await phone.has('voted'), await phone.has('cast')]).toEqual([true, false]);

      others = await Promise.all(OTHERS.map(asDemo));
      for (const [at, voter] of others.entries()) await voter.post<StarReceiptView>(`/resident/stars/${round.id}/vote`, { candidateId: round.candidates[at % 2]!.id, nonce: randomBytes(24).toString('hex') });
      expect((await seenByAll()).candidates.map(({ votes }) => votes)).toEqual([null, null, null]);
    });
  };

  const atNoon = () => {
    test('when its time is over it is counted by itself, and whoever comes late is told', async () => {
      await weekNow().until(async () => (await closing())?.body.c === round.code);
      expect((await closing())!.body).toMatchObject({ ballots: 5, roll: 5 });
      expect((await others[0]!.refusal('POST', `/resident/stars/${round.id}/vote`, { candidateId: round.candidates[0]!.id, nonce: randomBytes(24).toString('hex') })).code).toBe('STAR_CLOSED');
    });
  };

  const onWednesday = () => {
    test('the night has sealed it, and her own phone computes that her ballot is one of the five', async () => {
      await weekNow().until(async () => (await weekNow().anybody().get<LedgerStateView>('/public/ledger')).checkpoint?.day === TUESDAY);
      const { checkpoint } = await weekNow().anybody().get<LedgerStateView>('/public/ledger');
      expect((await closing())!.seq).toBeLessThanOrEqual(checkpoint!.size);
      await openReceipt();
      await phone.tap('check');
      expect(await phone.text('proof-counted')).toMatch(/您的选票在全部 5 张里，没有被改动。/);
      expect(await phone.text('proof-counted')).toContain(String((await closing())!.body.root));
    });
  };

  /** Whoever has the database in hand writes another root over the one that was counted. */
  const overnight = (dataDir: string): void => {
    const database = new DatabaseSync(join(dataDir, 'hall.db'));
    const { id, body } = database.prepare("SELECT id, body FROM ledger_line WHERE kind = 'star.closed'").get() as { id: string; body: string };
    const { root } = JSON.parse(body) as { root: string };
    database.prepare('UPDATE ledger_line SET body = ? WHERE id = ?').run(body.replace(root, `${root.startsWith('0') ? '1' : '0'}${root.slice(1)}`), id);
    database.close();
  };

  const onThursday = () => {
    test('an entry somebody changed in the night no longer agrees with her receipt, and her phone says so', async () => {
      await openReceipt();
      await phone.tap('check');
      expect(await phone.text('proof-different')).toContain('与账本不一致');
      expect((await phone.ledger()).faults).toEqual([]);
    });
  };
  return { onMonday, onTuesday, atNoon, onWednesday, overnight, onThursday };
}
