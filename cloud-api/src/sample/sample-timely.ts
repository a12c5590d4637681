import { addDays, type Day } from '@hall/shared/kernel/day';
import type { FundBatchList, FundBatchView } from '../features/relays/fund.dto.ts';
import type { RelayView } from '../features/relays/relay.dto.ts';
import type { MyRightsView, RightsOpenedView, StaffRightsView } from '../features/relays/rights.dto.ts';
import type { SampleActor } from './sample-actor.ts';
import type { SampleCast, SampleResident } from './sample-cast.ts';

const NAMES = ['wang', 'li', 'zhang', 'chen', 'zhao', 'zhou', 'wu', 'sun'] as const;
type Name = (typeof NAMES)[number];

/** 三个及时 of the sample: messages read and not read yet, rights being served, and money paid out with a few failures. */
export class SampleTimely {
  private constructor(
    private readonly cast: SampleCast,
    private readonly staff: Readonly<Record<Name, SampleActor>>,
  ) {}

  static async gather(cast: SampleCast): Promise<SampleTimely> {
    return new SampleTimely(cast, Object.fromEntries(await Promise.all(NAMES.map(async (name) => [name, await cast.staff(name)]))) as Record<Name, SampleActor>);
  }

  /** On the first of the days gone by. Somebody has not acknowledged a message since, and a few could not be paid. */
  async early(day: Day): Promise<void> {
    const { wang, li, zhang, chen, zhao, zhou, wu, sun } = this.staff;
    const relay = await sun.post<RelayView>('/staff/relays', {
      title: '“三个最美”创建动员会的几点要求', words: '一、每天 8:50 前到岗，先看一遍当天的提示语。\n二、能一次告知的绝不说两次，告知书要当面交到群众手上。\n三、有老人来，先起身。', link: '区局〔2026〕31 号文', departmentIds: [], roles: ['clerk', 'head'], staffIds: [],
    });
    // Liu Lihua, a clerk too, has not got round to it.
    for (const reader of [wang, li, zhang, chen, zhao, zhou, wu]) await reader.post(`/staff/relays/${relay.id}/acknowledge`);

    const asker = await this.cast.resident('sample-rights-1', 901, 66);
    const { id } = await asker.phone.post<MyRightsView>('/resident/rights', { topic: 'benefit', words: '九月的养老金比八月少了 55 块，存折上打的，问了银行说不是他们的事。', name: null, phone: null });
    await this.rights(zhou, id, 'contact', '打电话核对了存折，少的是基础养老金的调整部分。');
    await this.rights(zhou, id, 'serve', '已请待遇核定科和基金财务科一起查。');
    const opened = await wang.post<RightsOpenedView>('/staff/rights', { topic: 'contribution', words: '二〇一九年在村里交过一年，现在查不到，收据还在。', name: '邓玉莲', phone: '13900000088', suggestionNumber: null, ownerId: null });
    await this.rights(zhou, opened.id, 'contact', '请本人带收据来大厅，当面拍照留存。');

    const { items } = await wu.post<FundBatchList>('/staff/funds', { batches: [{ name: `${Number(day.slice(5, 7))} 月养老待遇`, kind: 'pension', dueDay: day, persons: 12_486, amountFen: 274_692_000 }] });
    let batch = await wu.post<FundBatchView>(`/staff/funds/${items[0]!.id}/start`, { version: items[0]!.version });
    for (const [reason, persons, amountFen] of [['account-frozen', 6, 132_000], ['account-wrong', 2, 44_000]] as const) batch = await wu.post<FundBatchView>(`/staff/funds/${batch.id}/failures`, { version: batch.version, reason, persons, amountFen });
    batch = await wu.post<FundBatchView>(`/staff/funds/${batch.id}/pay-out`, { version: batch.version });
    const [frozen, wrong] = batch.failures;
    batch = await wu.post<FundBatchView>(`/staff/funds/${batch.id}/failures/${frozen!.id}/retry`, { version: frozen!.version, settled: true });
    await wu.post(`/staff/funds/${batch.id}/failures/${wrong!.id}/retry`, { version: wrong!.version, settled: false });
  }

  /** Today: one message nobody has read, one case just opened, one answered, and money due soon. */
  async today(today: Day, actors: ReadonlyMap<string, SampleResident>): Promise<void> {
    const { zhou, wu, li } = this.staff;
    const relay = await zhou.post<RelayView>('/staff/relays', { title: '明天 8:40 晨会，讲新的缴费档次', words: '请窗口的同事都参加，讲完有十分钟答疑。请假的提前跟我说。', link: null, departmentIds: [], roles: ['clerk'], staffIds: [] });
    await li.post(`/staff/relays/${relay.id}/acknowledge`);

    await actors.get('elder')!.phone.post('/resident/rights', { topic: 'conduct', words: '上周来问认证的事，工作人员让我跑了三个地方，都说不归他们管。', name: null, phone: null });
    const { id } = await actors.get('served')!.phone.post<MyRightsView>('/resident/rights', { topic: 'enrolment', words: '单位停保后一直没给我转成居民，断了五个月。', name: null, phone: null });
    await this.rights(zhou, id, 'contact', '电话联系，核对了停保时间。');
    await this.rights(zhou, id, 'serve', '查了系统，是转出信息没有回传。');
    await this.rights(zhou, id, 'resolve', '已经补录转移信息，五个月的缴费年限接上了，下周一可以在手机上查到。给您添麻烦了。');

    const due = addDays(today, 4);
    const { items } = await wu.post<FundBatchList>('/staff/funds', { batches: [{ name: `丧葬补助 ${due.slice(5).replace('-', '.')}`, kind: 'funeral', dueDay: due, persons: 9, amountFen: 1_080_000 }, { name: '困难群体代缴补贴', kind: 'subsidy', dueDay: addDays(today, 12), persons: 317, amountFen: 6_340_000 }] });
    const first = items.find(({ kind }) => kind === 'funeral')!;
    await wu.post(`/staff/funds/${first.id}/start`, { version: first.version });
  }

  private async rights(staff: SampleActor, id: string, action: string, words: string): Promise<void> {
    const { version } = await staff.get<StaffRightsView>(`/staff/rights/${id}`);
    await staff.post(`/staff/rights/${id}/steps`, { action, words, version });
  }
}
