import { randomBytes, randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import sharp from 'sharp';
import { permissionsOf } from '@hall/shared/identity/permissions';
import { addDays, dayLabel } from '@hall/shared/kernel/day';
import { slipSerial } from '@hall/shared/suggestion/slip.rules';
import { trackingCodeFrom } from '@hall/shared/suggestion/tracking-code.rules';
import { Halls } from '../features/hall/halls.ts';
import { People } from '../features/identity/people.ts';
import type { SuggestionBoxView } from '../features/suggestion/box.dto.ts';
import { BoxService } from '../features/suggestion/box.service.ts';
import { SlipsService } from '../features/suggestion/slips.service.ts';
import type { MySuggestionView } from '../features/suggestion/suggestion.dto.ts';
import type { StaffSuggestionView } from '../features/suggestion/suggestion-staff.dto.ts';
import type { StaffActor } from '../platform/auth/actor.ts';
import type { SampleActor } from './sample-actor.ts';
import type { SampleCast, SampleResident } from './sample-cast.ts';
import { SAMPLE_STAFF } from './sample-hall.ts';

const NAMES = ['wang', 'li', 'zhao', 'chen', 'zhou', 'sun'] as const;
type Name = (typeof NAMES)[number];

/** What people of the sample have said about the hall, warm and cross, and how far it has come. */
export class SampleSuggestions {
  private people = 800;

  private constructor(
    private readonly app: NestFastifyApplication,
    private readonly cast: SampleCast,
    private readonly staff: Readonly<Record<Name, SampleActor>>,
    private readonly actors: Readonly<Record<Name, StaffActor>>,
  ) {}

  static async gather(app: NestFastifyApplication, cast: SampleCast): Promise<SampleSuggestions> {
    const staff = Object.fromEntries(await Promise.all(NAMES.map(async (name) => [name, await cast.staff(name)]))) as Record<Name, SampleActor>;
    const hallId = await app.get(Halls).defaultHallId();
    const known = await app.get(People).staffOf(hallId);
    const actorOf = (userName: Name): StaffActor => {
      const { name } = SAMPLE_STAFF.find((each) => each.userName === userName)!;
      const { id, roles } = known.find((each) => each.name === name)!;
      return { kind: 'staff', id, hallId, permissions: new Set(permissionsOf(roles)) };
    };
    const actors = Object.fromEntries(NAMES.map((name): [string, StaffActor] => [name, actorOf(name)])) as Record<Name, StaffActor>;
    return new SampleSuggestions(app, cast, staff, actors);
  }

  /** On the first of the days gone by. */
  async early(day: string): Promise<void> {
    for (const template of TEMPLATES) await this.staff.zhou.post('/staff/suggestion-templates', { ...template, version: null });
    const chairs = await this.chairs(day);
    await this.glasses(day);
    const parking = await this.say('premises', '大厅门口老是停满电动车，推轮椅的根本进不来，门口该划一块地方出来。');
    await this.show(parking, '大厅门口常停满电动车，轮椅进不来，希望划出一块通道。');
    const rice = await this.say('other', '别的地方过节都发米发油，你们怎么什么都不发？');
    await this.move('zhou', rice, 'decline', { reason: 'not-ours', words: '服务大厅不发放慰问物资，这类事由社区负责，可以向您所在的社区居委会了解' });
    const clinic = await this.say('policy', '我妈住院的费用报销了三个月还没到账，你们能不能催一催？');
    await this.show(clinic, '家里老人住院费用报销三个月没有到账，希望催办。');
    await this.move('zhou', clinic, 'redirect', { whereTo: '医疗费用报销由区医疗保障局办理，服务大厅在同一条街 56 号，窗口上班时间可以直接查进度' });
    const same = await this.say('premises', '等候的座位不够，我婆婆站了四十分钟。');
    await this.move('zhou', same, 'merge', { intoId: chairs });
    await this.anonymous(day);
  }

  /** Today. @param demo the people a visitor can be */
  async today(demo: ReadonlyMap<string, SampleResident>, day: string): Promise<void> {
    await this.copier(day);
    await this.box(day);
    await this.say('premises', '空调开得太冷，老人坐着等半小时腿都凉了，能不能调高两度？');
    await this.nameless('online', '小程序里的字还是太小，我七十三了，点来点去看不清，退出去又要重填。');
    const answered = await this.say('materials', '替父亲办事，上次说要户口簿原件，这次又说复印件就行，到底带哪样，希望有一张写清楚的单子。', demo.get('daughter')!);
    await this.show(answered, '代办要带的材料两次说法不一，希望有一张写清楚的单子。');
    await this.take('wang', answered);
    await this.reply('wang', answered, '您说得对，让您多跑了一趟，我们很抱歉。代办只要户口簿原件或者清楚的照片，不收复印件。两种说法是因为有一张旧单子没有收走，今天上午已经全部换掉，小程序“办事指南”里也能看到同样的清单。', '当天已经换掉旧单子，不需要另订方案');
  }

  /** Much wished for, with a plan on its way, joined by somebody who said the same. */
  private async chairs(day: string): Promise<string> {
    const id = await this.say('premises', '大厅的椅子太少了。上午人多的时候，老人都站着等，我母亲腿不好，站了快一个小时。希望多放几把，最好有带扶手的。');
    await this.show(id, '大厅的椅子太少了，上午人多的时候老人都站着等。希望多放几把，最好有带扶手的。');
    for (let more = 0; more < 3; more += 1) await (await this.somebody()).phone.post(`/resident/suggestions/${id}/support`);
    await this.take('zhou', id);
    await this.plan('zhou', id, { measure: '等候区增加二十四把带扶手的座椅，其中八把放在爱心窗口旁边；上午高峰请导办员引导错峰。', dueOn: addDays(day, 21), metric: '上午十点没有座位的等候人数', target: '不超过 3 人', observeDays: 14 });
    await this.staff.zhou.post(`/staff/suggestions/${id}/progress`, { words: '座椅已选定样式，带扶手，坐高 45 厘米，已经下单，预计两周到货。' });
    return id;
  }

  /** A warm one, finished and confirmed. */
  private async glasses(day: string): Promise<void> {
    const author = await this.somebody();
    const id = await this.say('premises', '上次来，导办台的小赵把自己的老花镜借给我用，真要谢谢她。建议便民箱里多放几副，度数标清楚。', author);
    await this.show(id, '导办台的工作人员把自己的老花镜借给我用，谢谢她。建议便民箱里多放几副，度数标清楚。');
    await this.take('zhao', id);
    await this.plan('zhao', id, { measure: '便民箱放 100 到 350 度老花镜各两副，贴上大字度数，每周五清点。', dueOn: day, metric: '每个度数可借的副数', target: '随时不少于 1 副', observeDays: 0 });
    await this.planMove('zhao', id, 'carry-out');
    await this.reply('zhao', id, '谢谢您的夸奖，也谢谢您的主意。今天老花镜已经放好，六种度数各两副，镜腿上贴了大字。您下次来可以直接到便民箱取用。');
    await author.phone.post(`/resident/suggestions/${id}/confirm`, { version: (await author.phone.get<MySuggestionView>(`/resident/suggestions/${id}`)).version });
    await this.planMove('zhao', id, 'measure', { outcome: 'held', measured: '清点时每种度数都还有 1 副以上' });
  }

  /** A cross one without a name, worded anew for everybody, and answered. */
  private async anonymous(day: string): Promise<void> {
    const id = await this.nameless('window', `${dayLabel(day)}上午三号窗口那个年轻人，问什么都是“自己看墙上”，头都不抬，气得我走了。墙上的字那么小谁看得见！`);
    await this.show(id, '三号窗口的工作人员问什么都说“自己看墙上”，头也不抬。墙上的字太小，看不见。');
    await this.take('zhou', id);
    await this.reply('zhou', id, '看到您写的，我们很惭愧。当天的录像和叫号记录已经核对，情况属实，当事人已在晨会上检讨，科里重新练了接待用语。墙上的须知换成了大字版。您愿意的话，凭查询码告诉我们下次来是不是好了。', '已当场纠正，用语纳入每天晨读');
  }

  /** Its author was not content; the new plan waits to be approved. */
  private async copier(day: string): Promise<void> {
    const author = await this.somebody();
    const id = await this.say('materials', '复印机三天两头坏，每次都让去街对面打印店，一张一块钱。', author);
    await this.show(id, '复印机常坏，只能去街对面的打印店自费复印。');
    await this.take('li', id);
    await this.reply('li', id, '复印机已经报修，师傅换了零件，现在可以用了。', '当天已修好');
    await author.phone.post(`/resident/suggestions/${id}/reopen`, { version: (await author.phone.get<MySuggestionView>(`/resident/suggestions/${id}`)).version, reason: '昨天来又坏了，说明没有修好。要么换一台，要么别让我们花钱。' });
    await this.draftPlan('li', id, { measure: '更换一台新复印机，旧机留作备用；故障期间由窗口用高拍仪代替，不再让群众自费复印。', dueOn: addDays(day, 10), metric: '每月因故障不能复印的天数', target: '不超过 1 天', observeDays: 30 });
  }

  /** The box was opened today by two, and one slip is typed in. */
  private async box(day: string): Promise<void> {
    await this.app.get(SlipsService).print(this.actors.zhou, 9);
    const { openings } = await this.staff.zhou.post<SuggestionBoxView>('/staff/box-openings', { plannedFor: day });
    const { id, version } = openings.find(({ plannedFor }) => plannedFor === day)!;
    await this.staff.wang.post(`/staff/box-openings/${id}/begin`, { version });
    await this.app.get(BoxService).confirm(this.actors.li, id, version + 1, 2);
    const { pictureId } = await this.staff.wang.upload<{ pictureId: string }>(`/staff/box-openings/${id}/pictures`, await slipPhotograph());
    await this.staff.wang.post(`/staff/box-openings/${id}/slips`, { serial: slipSerial(1, 4), topic: 'premises', text: '厕所里没有扶手，老人蹲下去起不来，请装一个。', wishesPublic: true, pictureId });
  }

  private somebody(): Promise<SampleResident> {
    this.people += 1;
    return this.cast.resident(`sample-voice-${this.people}`, this.people, 30 + (this.people % 45));
  }

  private async say(topic: string, text: string, author?: SampleResident): Promise<string> {
    const { phone } = author ?? (await this.somebody());
    return (await phone.post<MySuggestionView>('/resident/suggestions', { topic, text, wishesPublic: true, pictureIds: [] })).id;
  }

  /** @returns its id */
  private async nameless(topic: string, text: string): Promise<string> {
    const body = { nonce: randomUUID(), trackingCode: trackingCodeFrom(randomBytes(16)), topic, text, wishesPublic: true, pictureTokens: [] };
    // No session goes along: nobody is signed in at this door.
    const answer = await this.app.inject({ method: 'POST', url: '/api/public/anonymous-suggestions', headers: { 'content-type': 'application/json' }, payload: JSON.stringify(body) });
    if (answer.statusCode !== 200) throw new Error(`The sample hall was refused: an anonymous suggestion answered ${answer.statusCode} ${answer.body}`);
    return answer.json<MySuggestionView>().id;
  }

  private async seen(id: string): Promise<StaffSuggestionView> {
    return this.staff.sun.get<StaffSuggestionView>(`/staff/suggestions/${id}`);
  }

  private async move(who: Name, id: string, path: string, body: object = {}): Promise<void> {
    await this.staff[who].post(`/staff/suggestions/${id}/${path}`, { version: (await this.seen(id)).version, ...body });
  }

  private async planMove(who: Name, id: string, path: string, body: object = {}): Promise<void> {
    await this.staff[who].post(`/staff/suggestions/${id}/plan/${path}`, { version: (await this.seen(id)).plans.at(-1)!.version, ...body });
  }

  /** Looked at by a person and worded for everybody. */
  private async show(id: string, text: string): Promise<void> {
    if ((await this.seen(id)).verdict === 'doubtful') await this.move('zhou', id, 'review', { outcome: 'pass' });
    await this.staff.zhou.put(`/staff/suggestions/${id}/public-wording`, { version: (await this.seen(id)).version, text, show: true });
  }

  private async take(owner: Name, id: string): Promise<void> {
    await this.move('sun', id, 'accept', { ownerId: this.actors[owner].id });
    await this.move(owner, id, 'take');
  }

  private async draftPlan(owner: Name, id: string, plan: object): Promise<void> {
    await this.staff[owner].put(`/staff/suggestions/${id}/plan`, { ...plan, ownerId: this.actors[owner].id, version: null });
    await this.planMove(owner, id, 'propose');
  }

  private async plan(owner: Name, id: string, plan: object): Promise<void> {
    await this.draftPlan(owner, id, plan);
    await this.planMove('sun', id, 'publish');
  }

  private async reply(owner: Name, id: string, text: string, noPlanReason: string | null = null): Promise<void> {
    await this.staff[owner].put(`/staff/suggestions/${id}/answer-draft`, { text, noPlanReason, version: null });
    await this.move('sun', id, 'answer/publish');
  }
}

const TEMPLATES = [
  { title: '感谢并告知进度', text: '您好，感谢您的意见。您说的情况我们已经核实，承办人是＿＿，预计＿＿前办好，进展会写在这里。', topic: null },
  { title: '属实，已纠正', text: '您好，您反映的情况属实，让您受委屈了，我们向您道歉。现在已经＿＿，今后＿＿。', topic: 'window' },
  { title: '暂时做不到', text: '您好，您的建议很好，只是眼下＿＿，暂时做不到。我们记下了，＿＿时会再考虑，请您谅解。', topic: null },
] as const;

/** A handwritten slip as a telephone sees it: ruled paper with lines of writing nobody can read. */
function slipPhotograph(): Promise<Buffer> {
  const lines = Array.from({ length: 6 }, (_, at) => {
    const y = 120 + at * 70;
    const strokes = Array.from({ length: 14 - at }, (__, stroke) => `M${70 + stroke * 44} ${y - 8} q 8 -26 18 -4 t 16 -6`).join(' ');
    return `<line x1="60" y1="${y}" x2="740" y2="${y}" stroke="#b9b2a3" stroke-width="2"/><path d="${strokes}" fill="none" stroke="#23324f" stroke-width="4" stroke-linecap="round"/>`;
  }).join('');
  return sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600"><rect width="800" height="600" fill="#efe8d8"/>${lines}</svg>`)).jpeg().toBuffer();
}
