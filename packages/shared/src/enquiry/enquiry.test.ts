import fc from 'fast-check';
import { reachableFrom } from '../kernel/moves.ts';
import { ENQUIRY_ACTIONS, ENQUIRY_MOVES, MOST_FOLLOW_UPS, decideEnquiry, decideTransfer, nextStepOf, offersOfEnquiry, type EnquiryActor, type EnquiryFacts, type EnquiryState } from './enquiry.moves.ts';
import { answerProblems, askerProblems, enquiryProblems } from './enquiry.rules.ts';

const STATES = Object.keys(ENQUIRY_MOVES) as EnquiryState[];
const facts = (more: Partial<EnquiryFacts>): EnquiryFacts => ({ state: 'open', by: ['owner', 'receiver'], owned: true, offered: false, account: true, askedAgain: 0, ...more });
const anybody = fc.record({
  state: fc.constantFrom(...STATES), by: fc.subarray<EnquiryActor>(['asker', 'receiver', 'owner', 'offered', 'superior']), owned: fc.boolean(), offered: fc.boolean(), account: fc.boolean(), askedAgain: fc.nat(7),
});

test('every state of a question can be reached', () => {
  expect([...reachableFrom(ENQUIRY_MOVES, 'open')].sort()).toEqual([...STATES].sort());
});

test('the owner has no way to be rid of a question but somebody else’s yes', () => {
  expect(offersOfEnquiry(facts({}))).toEqual(['answer', 'offer']);
  expect(offersOfEnquiry(facts({ offered: true }))).toEqual(['answer', 'take-back']);
  expect(decideEnquiry('accept', facts({ offered: true }))).toMatchObject({ code: 'ENQUIRY_NOT_YOURS_TO_MOVE' });
  expect(decideEnquiry('accept', facts({ offered: true, by: ['receiver', 'offered'] }))).toMatchObject({ ok: true, value: 'open' });
});

test('only one who has not received it may take it, and whoever answers an untaken question has received it', () => {
  expect(offersOfEnquiry(facts({ owned: false, by: ['receiver'] }))).toEqual(['take', 'answer']);
  expect(decideEnquiry('answer', facts({ by: ['receiver'] }))).toMatchObject({ code: 'ENQUIRY_OWNED_ALREADY' });
  expect(decideEnquiry('take', facts({ by: ['receiver'] }))).toMatchObject({ code: 'ENQUIRY_OWNED_ALREADY' });
  expect(decideEnquiry('offer', facts({ owned: false, by: ['superior'] }))).toMatchObject({ code: 'ENQUIRY_NOT_OWNED' });
});

test('an offer is answered once: taken back, it can no longer be accepted', () => {
  expect(decideTransfer('accept', 'offered')).toMatchObject({ value: 'accepted' });
  expect(decideTransfer('accept', 'taken-back')).toMatchObject({ code: 'ENQUIRY_NOT_OFFERED' });
  expect(decideEnquiry('accept', facts({ by: ['offered'] }))).toMatchObject({ code: 'ENQUIRY_NOT_OFFERED' });
});

test('whoever asked by phone says for themselves whether it helped; for somebody without an account the hall says how they were told', () => {
  const asker = facts({ state: 'answered', by: ['asker'] });
  expect(offersOfEnquiry(asker)).toEqual(['confirm', 'ask-again']);
  expect(decideEnquiry('confirm', facts({ state: 'answered' }))).toMatchObject({ code: 'ENQUIRY_NOT_YOURS_TO_MOVE' });
  expect(decideEnquiry('ask-again', facts({ state: 'answered' }))).toMatchObject({ code: 'ENQUIRY_NOT_YOURS_TO_MOVE' });
  expect(decideEnquiry('tell', facts({ state: 'answered' }))).toMatchObject({ code: 'ENQUIRY_ASKER_READS_IT' });
  expect(offersOfEnquiry(facts({ state: 'answered', account: false }))).toEqual(['correct', 'tell', 'ask-again']);
});

test('who keeps asking is invited to speak face to face', () => {
  const often = facts({ state: 'answered', by: ['asker'], askedAgain: MOST_FOLLOW_UPS });
  expect(decideEnquiry('ask-again', often)).toMatchObject({ code: 'ENQUIRY_ASKED_OFTEN' });
  expect(offersOfEnquiry(often)).toEqual(['confirm']);
});

test('a correction is a new answer: whoever had understood or was told hears of it', () => {
  for (const state of ['confirmed', 'told'] as const) expect(decideEnquiry('correct', facts({ state, account: state === 'confirmed' }))).toMatchObject({ value: 'answered' });
});

test('a question can be withdrawn until it is answered, and then nothing more happens', () => {
  expect(decideEnquiry('withdraw', facts({ by: ['asker'] }))).toMatchObject({ value: 'withdrawn' });
  expect(decideEnquiry('withdraw', facts({ by: ['asker'], state: 'asked-again' }))).toMatchObject({ code: 'ENQUIRY_MOVE_NOT_ALLOWED' });
  fc.assert(fc.property(anybody, (any) => offersOfEnquiry({ ...any, state: 'withdrawn' }).length === 0));
});

test('what is offered is allowed, and what is not offered is refused, whoever asks in whatever state', () => {
  fc.assert(fc.property(anybody, (any) => {
    const offers = offersOfEnquiry(any);
    return ENQUIRY_ACTIONS.every((action) => offers.includes(action) === decideEnquiry(action, any).ok);
  }));
  expect(STATES.map((state) => nextStepOf({ state, owned: true })).every((sentence) => sentence.endsWith('。'))).toBe(true);
});

test('a question needs a few words and its section, and brings at most three pictures', () => {
  const paths = (more: object) => enquiryProblems({ addressee: 'section', departmentId: 'd', text: '社保卡丢了怎么补？', pictures: 0, ...more }).map(({ path }) => path);
  expect(paths({})).toEqual([]);
  expect(paths({ departmentId: null })).toEqual(['departmentId']);
  expect(paths({ addressee: 'leader', departmentId: null })).toEqual([]);
  expect(paths({ text: ' 卡？ ' })).toEqual(['text']);
  expect(paths({ text: '字'.repeat(501), pictures: 4 })).toEqual(['text', 'pictureIds']);
  expect(answerProblems(' ').map(({ path }) => path)).toEqual(['text']);
  expect(answerProblems('您好，请带＿＿来。')).toEqual([expect.objectContaining({ path: 'text', message: '模板里的空格还没有填好。' })]);
});

test('somebody at the desk may stay without a name, but a name or phone that is given must be one', () => {
  expect(askerProblems({ name: null, phone: null, way: 'desk' })).toEqual([]);
  expect(askerProblems({ name: '李女士', phone: '13812345678', way: 'call' })).toEqual([]);
  expect(askerProblems({ name: 'x', phone: '123', way: 'online' }).map(({ path }) => path)).toEqual(['askerName', 'askerPhone', 'way']);
});
