import { move } from '../kernel/moves.ts';
import type { Moves } from '../kernel/moves.ts';
import { allow, refuse } from '../kernel/verdict.ts';
import type { Refusal, Verdict } from '../kernel/verdict.ts';

export type EnquiryState = 'open' | 'answered' | 'told' | 'asked-again' | 'confirmed' | 'withdrawn';
export type EnquiryAction = 'take' | 'offer' | 'accept' | 'decline' | 'take-back' | 'answer' | 'correct' | 'tell' | 'confirm' | 'ask-again' | 'withdraw';
/**
 * Who acts: whoever asked; any of the hall's staff who answer questions and may read this one; its owner, or whoever acts for
 * them; whoever it is offered to; those who look after the owner.
 */
export type EnquiryActor = 'asker' | 'receiver' | 'owner' | 'offered' | 'superior';

const WAITING = { take: 'open', offer: 'open', accept: 'open', decline: 'open', 'take-back': 'open', answer: 'answered', withdraw: 'withdrawn' } as const;
/**
 * The life of a question. Handing it on is no state of its own: until somebody else has accepted it, it lies where it lay and
 * its clock runs (首问负责). Nothing leads from the owner to nobody.
 */
export const ENQUIRY_MOVES: Moves<EnquiryState, EnquiryAction> = {
  open: WAITING,
  'asked-again': { offer: 'asked-again', accept: 'asked-again', decline: 'asked-again', 'take-back': 'asked-again', answer: 'answered' },
  answered: { correct: 'answered', tell: 'told', confirm: 'confirmed', 'ask-again': 'asked-again' },
  told: { correct: 'answered', 'ask-again': 'asked-again' },
  confirmed: { correct: 'answered', 'ask-again': 'asked-again' },
  withdrawn: {},
};
export const ENQUIRY_ACTIONS: readonly EnquiryAction[] = ['take', 'accept', 'decline', 'answer', 'correct', 'tell', 'offer', 'take-back', 'confirm', 'ask-again', 'withdraw'];
/** The hall owes an answer. */
export const WAITING_ENQUIRY_STATES: readonly EnquiryState[] = ['open', 'asked-again'];

const WHO_MAY: Record<EnquiryAction, readonly EnquiryActor[]> = {
  take: ['receiver'], answer: ['owner', 'receiver'], correct: ['owner'], tell: ['owner', 'receiver'], offer: ['owner', 'superior'], 'take-back': ['owner', 'superior'],
  accept: ['offered'], decline: ['offered'], confirm: ['asker'], 'ask-again': ['asker', 'receiver'], withdraw: ['asker'],
};

export interface EnquiryFacts {
  state: EnquiryState;
  by: readonly EnquiryActor[];
  owned: boolean;
  /** A transfer is offered and nobody has said yes or no. */
  offered: boolean;
  /** It came through the phone, so that the asker reads the answer there and speaks for themselves. */
  account: boolean;
  /** How often was asked again. */
  askedAgain: number;
}

/** Somebody who asks more often is better helped face to face. */
export const MOST_FOLLOW_UPS = 5;

/** Whether `action` may happen, and the state it leads to. Codes: ENQUIRY_NOT_YOURS_TO_MOVE, ENQUIRY_MOVE_NOT_ALLOWED and those of the conditions. */
export function decideEnquiry(action: EnquiryAction, facts: EnquiryFacts): Verdict<EnquiryState> {
  if (!WHO_MAY[action].some((who) => facts.by.includes(who))) return refuse('ENQUIRY_NOT_YOURS_TO_MOVE', '这一步不能由您来操作。');
  const next = move(ENQUIRY_MOVES, facts.state, action);
  if (!next.ok) return refuse('ENQUIRY_MOVE_NOT_ALLOWED', `这条咨询现在是“${ENQUIRY_STATE_LABELS[facts.state]}”，不能这样操作，请刷新后再看。`);
  return CONDITIONS[action]?.(facts) ?? next;
}

export const offersOfEnquiry = (facts: EnquiryFacts): EnquiryAction[] => ENQUIRY_ACTIONS.filter((action) => decideEnquiry(action, facts).ok);

const OWNED: Refusal = refuse('ENQUIRY_OWNED_ALREADY', '已经有人接收了，由他负责到底。');
const CONDITIONS: Partial<Record<EnquiryAction, (facts: EnquiryFacts) => Refusal | null>> = {
  take: ({ owned }) => (owned ? OWNED : null),
  // Whoever answers what nobody has taken yet has received it first.
  answer: ({ owned, by }) => (owned && !by.includes('owner') ? OWNED : null),
  offer: ({ owned, offered }) => (!owned ? refuse('ENQUIRY_NOT_OWNED', '还没有人接收，请先接收，再转给别人。') : offered ? refuse('ENQUIRY_OFFERED_ALREADY', '已经转给别人，正等对方接收。要换人请先收回。') : null),
  accept: needsOffer, decline: needsOffer, 'take-back': needsOffer,
  tell: ({ account }) => (account ? refuse('ENQUIRY_ASKER_READS_IT', '提问人会在手机上看到答复，不用另外告知。') : null),
  'ask-again': ({ account, by, askedAgain }) => {
    if (account && !by.includes('asker')) return refuse('ENQUIRY_NOT_YOURS_TO_MOVE', '这一步由提问人自己操作。');
    return askedAgain < MOST_FOLLOW_UPS ? null : refuse('ENQUIRY_ASKED_OFTEN', '这条已经问了好几回，怕是说不清楚。请打电话，或者到大厅来当面说。');
  },
};

function needsOffer({ offered }: EnquiryFacts): Refusal | null {
  return offered ? null : refuse('ENQUIRY_NOT_OFFERED', '这条咨询没有在转办，请刷新后再看。');
}

export const ENQUIRY_STATE_LABELS: Record<EnquiryState, string> = { open: '等待答复', answered: '已答复', told: '已告知本人', 'asked-again': '追问中', confirmed: '已了解', withdrawn: '已撤回' };

/** What happens next, in one sentence for whoever asked. */
export function nextStepOf({ state, owned }: Pick<EnquiryFacts, 'state' | 'owned'>): string {
  switch (state) {
    case 'open': return owned ? '已经有人负责，答复会在这里告诉您。' : '已送到科室，最先接收的人负责到底。';
    case 'asked-again': return '您的追问已送到，仍由原来的人负责答复。';
    case 'answered': return '答复写在下面。有帮助请点“有帮助”，没说清楚可以接着问。';
    case 'told': return '已经把答复告诉本人。';
    case 'confirmed': return '谢谢您告诉我们。以后想起什么，还可以接着问。';
    case 'withdrawn': return '您已撤回这条咨询。';
    default: return state satisfies never;
  }
}

export type TransferState = 'offered' | 'accepted' | 'declined' | 'taken-back';
export type TransferAction = 'accept' | 'decline' | 'take-back';
/** An offer to take a question over. The question changes hands by `accept` alone. */
export const TRANSFER_MOVES: Moves<TransferState, TransferAction> = {
  offered: { accept: 'accepted', decline: 'declined', 'take-back': 'taken-back' },
  accepted: {}, declined: {}, 'taken-back': {},
};
export const TRANSFER_STATE_LABELS: Record<TransferState, string> = { offered: '等对方接收', accepted: '对方已接收', declined: '对方没有接收', 'taken-back': '已收回' };
export function decideTransfer(action: TransferAction, state: TransferState): Verdict<TransferState> {
  const next = move(TRANSFER_MOVES, state, action);
  return next.ok ? allow(next.value) : refuse('ENQUIRY_NOT_OFFERED', '这次转办已经有结果了，请刷新后再看。');
}
