import { Clerk } from '../clerk-by-http.ts';
import type { Enrollee } from '../enrollee.ts';
import { staffOver } from '../hall-over-http.ts';
import { HallScreen } from '../hall-screen-by-http.ts';
import type { ResidentOnPhone } from './resident-on-phone.ts';

const MARKS = { picture: { reasonCode: 'picture-glare', sentence: '照片右上角反光，请换个角度重拍一张。' }, field: { reasonCode: 'field-too-vague', sentence: '地址请写到门牌号。' } };

/** One enrolment from the home page to the rating without a question asked on the way: for whoever counts, not for whoever checks. */
export async function walkThroughTheHall(url: string, resident: ResidentOnPhone, self: Enrollee): Promise<void> {
  const { phone } = resident;
  const clerk = await Clerk.signIn(url, 'wang');
  const screen = await HallScreen.pair(url, await staffOver(url, 'zhou'));
  await resident.beginEnrolment();
  await resident.fillIn(self.answers);
  await resident.photographAll(self.papers);
  const caseId = await resident.declareAndSubmit();

  const front = (await clerk.case(caseId)).materials[0]!.pictures[0]!;
  await clerk.sendBack(caseId, [{ target: `picture:${front.id}`, ...MARKS.picture }, { target: 'field:householdAddress', ...MARKS.field }]);
  await phone.open('/tabs/home/index');
  await phone.tap(`task-application-${caseId}`);
  await phone.tap('show-locked');
  await phone.back();
  await resident.photograph('citizen-id-card', [self.papers['citizen-id-card']![0]!]);
  await resident.answer({ householdAddress: '示例路 12 号 3 单元 502 室' });
  await phone.waitFor(/都改好了/);
  await phone.tap('submit');

  await clerk.findReady(caseId);
  await phone.open('/tabs/home/index');
  await phone.tap(`task-application-${caseId}`);
  await phone.tap('book');
  await phone.tap('next');
  await resident.chooseTime('express');
  await phone.tap('take');
  await phone.type('contactPhone', self.person.phone);
  await phone.tap('confirm');
  await phone.tap('go-check-in');
  await phone.type('digits', await screen.digits());
  await phone.tap('take-number');

  await clerk.callUntil((await phone.route()).query.id!);
  await phone.waitFor('ticket-called');
  await clerk.serve();
  await clerk.handle(caseId);
  await clerk.done();
  await phone.waitFor('rate');
  await phone.tap('rate');
  await phone.tap('level-5');
  await phone.tap('submit');
}
