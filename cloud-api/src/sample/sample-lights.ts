import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import type { PartyKind } from '@hall/shared/lights/card.rules';
import { addDays, type Day } from '@hall/shared/kernel/day';
import { Department } from '../features/hall/hall.entity.ts';
import { Staff } from '../features/identity/staff.entity.ts';
import type { StaffCardList, StaffCardView } from '../features/lights/lights-staff.dto.ts';
import type { SampleActor } from './sample-actor.ts';
import type { SampleCast } from './sample-cast.ts';

interface Hung {
  duties: string[];
  photo: boolean;
  party: PartyKind | null;
}

const CLERK = ['受理参保登记、信息变更，当面核对材料', '核定缴费档次和政府补贴', '一次说清要补什么，不让您多跑'];
const BENEFIT = ['解答养老待遇什么时候领、领多少', '核对缴费年限和个人账户', '办理待遇资格认证'];

/** By user name. Some would rather not show a portrait, and most say nothing of a party: both are quite usual. */
const HUNG: Readonly<Record<string, Hung>> = {
  wang: { duties: CLERK, photo: true, party: 'member' },
  li: { duties: CLERK, photo: true, party: 'league' },
  zhang: { duties: [...CLERK, '上门为行动不便的老人办理'], photo: true, party: null },
  chen: { duties: BENEFIT, photo: true, party: 'member' },
  liu: { duties: [...BENEFIT, '爱心窗口优先办理'], photo: false, party: null },
  zhao: { duties: ['迎接、引导、帮您取号', '帮不会用手机的老人填表、拍照'], photo: true, party: null },
  zhou: { duties: ['负责参保登记科的工作，审定疑难件', '督促预审和补正按时办完', '负责处理本科室的差评'], photo: true, party: 'member' },
  wu: { duties: ['负责待遇核定科的工作', '答复待遇方面的意见和咨询'], photo: true, party: null },
  sun: { duties: ['分管服务大厅，轮流带班', '听取意见，批复整改方案'], photo: true, party: 'member' },
};

/** The cards, duties and honours of the sample hall: nearly everybody is on the wall, one card still waits to be published. */
export async function hangSampleLights(app: NestFastifyApplication, cast: SampleCast, today: Day): Promise<void> {
  const { manager } = app.get(DataSource);
  const head = await cast.staff('zhou');
  const staff = new Map((await manager.find(Staff)).map((row) => [row.userName, row.id]));
  for (const [userName, { duties, photo, party }] of Object.entries(HUNG)) {
    await (await cast.staff(userName)).put('/staff/me/card', { photoShown: photo, party, version: 0 });
    await publish(head, staff.get(userName)!, duties);
  }
  await head.put(`/staff/lights/cards/${staff.get('qian')!}/draft`, { duties: ['分管基金财务，轮流带班'], version: 0 });

  const departments = new Map((await manager.find(Department)).map(({ name, id }) => [name, id]));
  const { matters } = await head.get<StaffCardList>('/staff/lights/cards');
  for (const { matterId } of matters) await head.put('/staff/lights/duties', { matterId, departmentId: departments.get(matterId.startsWith('enrolment') ? '参保登记科' : '待遇核定科')! });

  const honour = (holderKind: 'person' | 'department' | 'window', holderId: string, title: string, document: string, daysAgo: number) =>
    head.post('/staff/lights/honours', { holderKind, holderId, title, givenBy: '示例区人力资源和社会保障局', document, givenOn: addDays(today, -daysAgo) });
  await honour('person', staff.get('wang')!, '优质服务先进个人', '示例人社发〔2026〕8 号', 190);
  await honour('person', staff.get('zhao')!, '敬老服务标兵', '示例人社发〔2026〕15 号', 60);
  await honour('department', departments.get('参保登记科')!, '青年文明号', '示例团发〔2026〕3 号', 220);
}

async function publish(head: SampleActor, staffId: string, duties: string[]): Promise<void> {
  const { version } = await head.put<StaffCardView>(`/staff/lights/cards/${staffId}/draft`, { duties, version: 0 });
  await head.post(`/staff/lights/cards/${staffId}/publish`, { version });
}
