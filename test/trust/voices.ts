import { addDays, dayOf } from '../../packages/shared/src/kernel/day.ts';
import { aPhotograph } from '../../cloud-api/src/features/enrolment/testing/case.builder.ts';
import type { SuggestionBoxView } from '../../cloud-api/src/features/suggestion/box.dto.ts';
import { SuggestionPlan } from '../../cloud-api/src/features/suggestion/suggestion-work.entity.ts';
import { newId } from '../../cloud-api/src/platform/persistence/new-id.ts';
import type { Answer, TestApp } from '../../cloud-api/src/testing/test-app.ts';

/** A suggestion its author wants seen by nobody, with a picture; and a picture of one that was never sent. */
export interface Voices {
  suggestionId: string;
  suggestionPictureId: string;
  planId: string;
  draftPictureId: string;
}

/** What the hall keeps for suggestions: words answers begin with, and an opening of the box that two have begun. */
export interface BoxKept {
  suggestionTemplateId: string;
  openingId: string;
}

const must = <T>({ status, body }: Answer<T>): T => {
  if (status !== 200) throw new Error(`the story broke off: ${status} ${JSON.stringify(body)}`);
  return body;
};

/** @param text what they say, in confidence */
export async function speak(hall: TestApp, who: { token: string }, text: string): Promise<Voices> {
  const send = async () => must(await hall.upload<{ id: string }>('/resident/suggestion-pictures', { name: 'a.jpg', type: 'image/jpeg', bytes: await aPhotograph() }, who)).id;
  const suggestionPictureId = await send();
  const { id } = must(await hall.call<{ id: string }>('POST', '/resident/suggestions', { ...who, key: newId(), body: { topic: 'other', text, wishesPublic: false, pictureIds: [suggestionPictureId] } }));
  const planId = newId();
  await hall.work((work) => work.add(SuggestionPlan, {
    id: planId, suggestionId: id, round: 1, state: 'draft', measure: '增加座椅', ownerId: planId, dueOn: '2026-12-01', metric: '站着等的人', target: '不超过三人', observeDays: 0, returnReason: null, publishedBy: null, publishedOn: null, carriedOutOn: null, observeUntil: null, measured: null, measuredOn: null,
  }));
  return { suggestionId: id, suggestionPictureId, planId, draftPictureId: await send() };
}

let openings = 0;
export async function keepBox(hall: TestApp, token: string): Promise<BoxKept> {
  const templates = must(await hall.call<{ items: { id: string }[] }>('POST', '/staff/suggestion-templates', { token, key: newId(), body: { title: '感谢', text: '感谢您的意见。', topic: null, version: null } }));
  const plannedFor = addDays(dayOf(hall.clock.now()), (openings += 1));
  const box = must(await hall.call<SuggestionBoxView>('POST', '/staff/box-openings', { token, key: newId(), body: { plannedFor } }));
  return { suggestionTemplateId: templates.items.at(-1)!.id, openingId: box.openings.find((opening) => opening.plannedFor === plannedFor)!.id };
}

/** Two people open the box, so that slips can be typed in. @returns the opening's id */
export async function openBox(hall: TestApp, { token, openingId }: BoxKept & { token: string }): Promise<string> {
  const second = await hall.staff(['clerk'], '李文静');
  await hall.steppedUp(second.token);
  // It was announced for a day to come.
  must(await hall.call('POST', `/staff/box-openings/${openingId}/reschedule`, { token, body: { version: 1, plannedFor: dayOf(hall.clock.now()), reason: '箱子已经满了' } }));
  must(await hall.call('POST', `/staff/box-openings/${openingId}/begin`, { token, body: { version: 2 } }));
  must(await hall.call('POST', `/staff/box-openings/${openingId}/confirm`, { token: second.token, body: { version: 3, counted: 9 } }));
  return openingId;
}

/** What everybody can read is nobody's thing: anybody may say "me too" to it. */
export const OPEN_TO_ALL = ['GET', 'POST', 'DELETE'].map((method) => `${method} /api/resident/suggestions/:id/support`);

interface Thing {
  ids: string[];
  body?: object;
  file?: true;
}

/** For each door that names one of these: one that is really there, and a body good enough to be asked whose it is. */
export function voiceThings(home: Voices, kept: BoxKept, staffId: string): Record<string, Thing> {
  const version = { version: 1 };
  const reason = { version: 1, reason: '不归我们管' };
  const template = { title: '感谢', text: '感谢您的意见！', topic: null, version: 1 };
  const plan = { measure: '增加座椅', ownerId: staffId, dueOn: '2026-12-01', metric: '站着等的人', target: '不超过三人', observeDays: 0, version: null };
  const moves: [string, object][] = [
    ['accept', version], ['redirect', { version: 1, whereTo: '请到街道办事处' }], ['decline', { version: 1, reason: 'no-content' }], ['merge', { version: 1, intoId: home.suggestionId }], ['separate', version], ['assign', { version: 1, ownerId: staffId }], ['take', version],
    ['hand-back', reason], ['plan/propose', version], ['plan/return', reason], ['plan/publish', version], ['plan/carry-out', version], ['plan/measure', { version: 1, outcome: 'held', measured: '两人' }], ['plan/vouch', version], ['progress', { words: '已下单' }], ['answer/publish', version],
    ['corrections', { text: '更正如下' }], ['notes', { text: '记一笔' }], ['review', { version: 1, outcome: 'pass' }], ['contact', {}],
  ];
  const openingMoves: [string, object][] = [['begin', version], ['reschedule', { version: 1, plannedFor: '2026-12-24', reason: '提前开箱' }], ['step-back', version], ['confirm', { version: 1, counted: 0 }], ['finish', version], ['slips', { serial: null, topic: 'other', text: '希望多放几把椅子', wishesPublic: true, pictureId: home.suggestionPictureId }]];
  return {
    'DELETE /api/resident/suggestion-pictures/:pictureId': { ids: [home.draftPictureId] },
    'GET /api/resident/suggestions/:id': { ids: [home.suggestionId] },
    ...Object.fromEntries(['confirm', 'withdraw'].map((path) => [`POST /api/resident/suggestions/:id/${path}`, { ids: [home.suggestionId], body: version }])),
    'POST /api/resident/suggestions/:id/reopen': { ids: [home.suggestionId], body: reason },
    'GET /api/staff/suggestions/:id': { ids: [home.suggestionId] },
    'GET /api/staff/suggestion-plans/:id': { ids: [home.planId] },
    'GET /api/staff/suggestions/:id/similar': { ids: [home.suggestionId] },
    'PUT /api/staff/suggestions/:id/plan': { ids: [home.suggestionId], body: plan },
    'PUT /api/staff/suggestions/:id/answer-draft': { ids: [home.suggestionId], body: { text: '您好', noPlanReason: null, version: null } },
    'PUT /api/staff/suggestions/:id/public-wording': { ids: [home.suggestionId], body: { version: 1, text: '希望多放几把椅子', show: false } },
    'POST /api/staff/suggestions/:id/pictures/:pictureId/link': { ids: [home.suggestionId, home.suggestionPictureId], body: {} },
    ...Object.fromEntries(moves.map(([path, body]) => [`POST /api/staff/suggestions/:id/${path}`, { ids: [home.suggestionId], body }])),
    'PUT /api/staff/suggestion-templates/:id': { ids: [kept.suggestionTemplateId], body: template },
    'DELETE /api/staff/suggestion-templates/:id': { ids: [kept.suggestionTemplateId] },
    ...Object.fromEntries(openingMoves.map(([path, body]) => [`POST /api/staff/box-openings/:id/${path}`, { ids: [kept.openingId], body }])),
    'POST /api/staff/box-openings/:id/pictures/:pictureId/link': { ids: [kept.openingId, home.suggestionPictureId], body: {} },
    'POST /api/staff/box-openings/:id/pictures': { ids: [kept.openingId], file: true },
  };
}
