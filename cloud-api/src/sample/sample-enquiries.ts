import type { EnquiryView } from '../features/enquiry/enquiry.dto.ts';
import type { EnquiryTakersView, StaffEnquiryView } from '../features/enquiry/enquiry-staff.dto.ts';
import type { GuideVersionView } from '../features/enquiry/guide.dto.ts';
import type { SampleActor } from './sample-actor.ts';
import type { SampleCast, SampleResident } from './sample-cast.ts';
import { GUIDE_ENTRIES, TEMPLATES } from './sample-guide.ts';

const NAMES = ['wang', 'li', 'chen', 'zhao', 'zhou', 'sun', 'lin'] as const;
type Name = (typeof NAMES)[number];

/** Questions of the sample's residents, in every state, and the public guide that grew out of earlier ones. */
export class SampleEnquiries {
  private constructor(
    private readonly cast: SampleCast,
    private readonly staff: Readonly<Record<Name, SampleActor>>,
    private readonly takers: EnquiryTakersView,
  ) {}

  static async gather(cast: SampleCast): Promise<SampleEnquiries> {
    const staff = Object.fromEntries(await Promise.all(NAMES.map(async (name) => [name, await cast.staff(name)]))) as Record<Name, SampleActor>;
    return new SampleEnquiries(cast, staff, await staff.zhou.get<EnquiryTakersView>('/staff/enquiry-takers'));
  }

  /** On the first of the days gone by: the guide is filled, and one question is asked that nobody has answered since. */
  async early(day: string): Promise<void> {
    const { wang, chen, lin, zhou } = this.staff;
    for (const template of TEMPLATES) await wang.post('/staff/enquiry-templates', { ...template, version: null });
    for (const entry of GUIDE_ENTRIES) {
      const { id, version } = await lin.post<GuideVersionView>('/staff/guide-versions', { ...entry, entryId: null });
      await zhou.post(`/staff/guide-versions/${id}/approve`, { effectiveFrom: day, version });
    }
    const waiting = await this.ask(await this.cast.resident('sample-enquiry-1', 701, 61), '待遇核定科', '我上个月满六十了，养老金手续八月就交了，到现在一分钱没到账，是哪里卡住了？');
    await this.move(chen, waiting, 'take');
  }

  /** Today: what the demo's people and a few others have asked. */
  async today(actors: ReadonlyMap<string, SampleResident>): Promise<void> {
    const { wang, li, chen, zhao, sun } = this.staff;
    const of = (key: string) => actors.get(key)!;
    await this.ask(of('elder'), null, '孙局长您好，我腿脚不好，六号窗口的椅子太高，坐下去够不着台面，能不能换一把矮一点的？');
    await this.ask(of('daughter'), '参保登记科', '我想替父亲办参保登记，他卧床来不了，除了委托书还要带什么？');

    const praised = await this.ask(of('served'), null, '缴费后多久能查到记录？我上周交的，手机上还看不到。');
    await this.answer(sun, praised, '您好，缴费一般三个工作日后能查到。我请经办的同志看过，您的已经到账，今天下班前手机上就能看到。');
    await this.says(of('served'), praised, 'confirm');

    const answered = await this.ask(of('returned'), '参保登记科', '照片被退回来说看不清，可是我手机就这样，能不能到窗口拍？');
    await this.answer(li, answered, '您好，可以的。到大厅后请在导办台说一声，我们用高拍仪替您拍，不用再排队。');

    const again = await this.ask(of('ready'), '参保登记科', '换了银行卡，要不要重新登记？');
    await this.answer(wang, again, '您好，不用重新登记，在“信息变更”里改银行卡就行。');
    await this.says(of('ready'), again, 'ask-again', { text: '我找不到“信息变更”在哪里，能不能在窗口改？' });

    const moving = await this.ask(of('booked'), '参保登记科', '我在武汉交过十二年，现在回来了，以前交的能不能转过来一起算？');
    await this.move(wang, moving, 'take');
    await this.move(wang, moving, 'offer', { toStaffId: null, toDepartmentId: this.section('待遇核定科'), reason: '问的是转移接续，请待遇核定科的同事答复' });

    await zhao.post('/staff/enquiries', { way: 'desk', askerName: null, askerPhone: null, text: '老人问爱心号怎么取，能不能不排队。', answer: '七十岁以上直接到导办台，我们给您取爱心号，优先叫。' });
    await chen.post('/staff/enquiries', { way: 'call', askerName: '李女士', askerPhone: '13900000077', text: '人在外地，生存认证过期了，养老金停了怎么办？', answer: null });
    const shared = await li.post<StaffEnquiryView>('/staff/enquiries', { way: 'desk', askerName: null, askerPhone: null, text: '大学毕业回来没工作，居民养老保险可以不交吗？', answer: '可以不交，但不交的年份不算缴费年限。手头宽裕时再选一档交，断了的年份不能补。' });
    await li.post(`/staff/enquiries/${shared.id}/guide-entry`, { topic: 'enrolment', question: '没有工作，居民养老保险可以不交吗？', answer: '可以不交，但不交的年份不算缴费年限，以后也不能补。手头宽裕时建议选一档交。' });
  }

  /** @param section by name; null for the leader on duty */
  private async ask({ phone }: SampleResident, section: string | null, text: string): Promise<string> {
    return (await phone.post<EnquiryView>('/resident/enquiries', { addressee: section === null ? 'leader' : 'section', departmentId: section === null ? null : this.section(section), text, pictureIds: [] })).id;
  }

  private section(name: string): string {
    return this.takers.sections.find((section) => section.name === name)!.id;
  }

  private async move(who: SampleActor, id: string, path: string, more: object = {}): Promise<void> {
    const { version } = await who.get<StaffEnquiryView>(`/staff/enquiries/${id}`);
    await who.post(`/staff/enquiries/${id}/${path}`, { version, ...more });
  }

  private answer(who: SampleActor, id: string, text: string): Promise<void> {
    return this.move(who, id, 'answer', { text });
  }

  private async says({ phone }: SampleResident, id: string, path: string, more: object = {}): Promise<void> {
    const { version } = await phone.get<EnquiryView>(`/resident/enquiries/${id}`);
    await phone.post(`/resident/enquiries/${id}/${path}`, { version, ...more });
  }
}
