import type { ConsentView, MeView, NoticeView } from '@hall/shared/api/views';
import { aCase, aRelative } from '../../kit/testing/views.ts';
import { inOnePiece } from '../../kit/in-one-piece.ts';
import { noticesLeft, openCase, pageFor, persons } from './start.view.ts';

const me = { id: 'me', maskedName: '王*英' } as MeView;

test('a daughter chooses between herself and her parents, and sees whose case is already open', () => {
  const open = aCase({ personId: 'r1', state: 'returned', stateLabel: '需要修改' });
  expect(persons(me, [aRelative()], [open]).map(({ label, detail }) => [label, detail])).toEqual([[`为我自己（${inOnePiece('王*英')}）`, '用本人的身份证办理'], [`为母亲 ${inOnePiece('李*兰')}`, '需要修改，点开继续']]);
});

test('a case that has ended does not stand in the way of a new one', () => {
  expect(openCase('me', [aCase({ state: 'withdrawn' }), aCase({ state: 'completed' })])).toBeUndefined();
  expect(openCase('me', [aCase({ id: '7', state: 'ready' })])?.id).toBe('7');
});

test('a notice is read again when its text has changed, or when the consent was taken back', () => {
  const notice = { kind: 'privacy-notice', version: '2' } as NoticeView;
  const consent = (part: Partial<ConsentView>): ConsentView => ({ kind: 'privacy-notice', version: '2', current: true, givenAt: 1, withdrawnAt: null, ...part });
  expect([[consent({})], [consent({ version: '1' })], [consent({ withdrawnAt: 2 })], []].map((consents) => noticesLeft([notice], consents).length)).toEqual([0, 1, 1, 1]);
});

test('a case is taken up where it stands', () => {
  expect((['draft', 'returned', 'ready'] as const).map((state) => pageFor({ state }))).toEqual(['/enrolment/form/index', '/enrolment/fix/index', '/enrolment/status/index']);
});
