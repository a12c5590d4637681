import type { StaffSuggestionView, SuggestionPlanView } from '@hall/shared/api/views';
import { actsOf, answerWaitsFor, doneWords, leadsOn, leafFor, mainAct, turnOf } from './now.view.ts';

type Facts = Parameters<typeof actsOf>[0];
const plan = (state: SuggestionPlanView['state'], round = 1) => ({ round, state }) as SuggestionPlanView;
const draft = (noPlanReason: string | null = null): StaffSuggestionView['draft'] => ({ text: '您好', noPlanReason, writtenBy: '王晓梅', version: 1 });
const facts = (more: Partial<Facts> = {}): Facts => ({
  state: 'submitted', verdict: 'clean', actions: [], planActions: [], mayEditPlan: false, mayDraftAnswer: false, mayReview: false, mayWord: false, plans: [], round: 1, draft: null, wishesPublic: true, visibility: 'private', publicText: null, ...more,
});

describe('what may be done with a suggestion now', () => {
  it('puts taking it up first for whoever sorts, and never offers to assign twice', () => {
    const sorting = facts({ actions: ['accept', 'redirect', 'decline', 'merge'] });
    expect(actsOf(sorting)).toEqual(['accept', 'merge', 'redirect', 'decline']);
    expect(mainAct(sorting)).toBe('accept');
    expect(actsOf(facts({ state: 'accepted', actions: ['accept', 'assign'] }))).toEqual(['accept']);
  });
  it('asks a person to look first at what the machine doubted', () => {
    const doubtful = facts({ verdict: 'doubtful', mayReview: true, mayWord: true, actions: ['accept'] });
    expect(actsOf(doubtful)).toEqual(['pass', 'hide', 'accept']);
    expect([mainAct(doubtful), leafFor(doubtful), turnOf(doubtful)]).toEqual(['pass', 'wording', 'review']);
  });
  it('puts approving a plan before looking at a doubtful text once somebody has sorted it', () => {
    const proposed = facts({ state: 'taken', verdict: 'doubtful', mayReview: true, mayWord: true, actions: ['assign'], planActions: ['publish', 'return'], plans: [plan('proposed')] });
    expect([leafFor(proposed), mainAct(proposed), turnOf(proposed), actsOf(proposed)]).toEqual(['plan', null, 'approve-yours', ['assign', 'pass', 'hide']]);
  });
  it('shows the story of one that is over, also when nobody has looked at its wording', () => {
    const merged = facts({ state: 'duplicate', verdict: 'doubtful', mayReview: true, mayWord: true, actions: ['separate'] });
    expect([leafFor(merged), mainAct(merged), actsOf(merged)]).toEqual(['story', null, ['separate', 'pass', 'hide']]);
  });
  it('lets what is public be taken from view, and what was be shown again, but puts neither forward', () => {
    for (const [visibility, act] of [['public', 'hide'], ['hidden', 'pass']] as const) {
      const one = facts({ state: 'closed', visibility, mayReview: true });
      expect([actsOf(one), mainAct(one)]).toEqual([[act], null]);
    }
  });
  it('puts taking over forward for its owner, and giving it to somebody else never', () => {
    expect(mainAct(facts({ state: 'assigned', actions: ['assign', 'take', 'hand-back'] }))).toBe('take');
    expect(mainAct(facts({ state: 'taken', actions: ['assign'] }))).toBeNull();
    expect(mainAct(facts({ state: 'accepted', actions: ['assign', 'decline'] }))).toBe('assign');
  });
  it('opens where the work lies: the plan, then the answer, then the plan again to be carried out', () => {
    const mine = { mayEditPlan: true, mayDraftAnswer: true };
    expect(leafFor(facts({ state: 'taken', ...mine }))).toBe('plan');
    expect(leafFor(facts({ state: 'taken', ...mine, draft: draft('政策如此') }))).toBe('answer');
    expect(leafFor(facts({ state: 'taken', planActions: ['publish', 'return'], mayDraftAnswer: true, plans: [plan('proposed')] }))).toBe('plan');
    expect(leafFor(facts({ state: 'taken', mayDraftAnswer: true, plans: [plan('proposed')] }))).toBe('plan');
    expect(leafFor(facts({ state: 'planned', planActions: [], mayDraftAnswer: true, plans: [plan('published')] }))).toBe('answer');
    expect(leafFor(facts({ state: 'replied', planActions: ['carry-out'], plans: [plan('published')] }))).toBe('plan');
    expect(leafFor(facts({ state: 'closed' }))).toBe('story');
  });
  it('says whose turn it is', () => {
    expect([
      turnOf(facts()), turnOf(facts({ state: 'assigned' })), turnOf(facts({ state: 'taken' })), turnOf(facts({ state: 'taken', plans: [plan('proposed')] })), turnOf(facts({ state: 'taken', draft: draft('政策如此') })), turnOf(facts({ state: 'planned', plans: [plan('published')] })),
      turnOf(facts({ state: 'planned', plans: [plan('observing')] })), turnOf(facts({ state: 'planned', plans: [plan('published')], draft: draft() })), turnOf(facts({ state: 'replied' })), turnOf(facts({ state: 'confirmed', plans: [plan('observing')] })), turnOf(facts({ state: 'declined' })),
    ]).toEqual(['triage', 'take', 'plan', 'approve', 'publish', 'carry-out', 'answer', 'publish', 'author', 'observe', 'over']);
  });
  it('says it to the one whose turn it is', () => {
    expect([turnOf(facts({ state: 'assigned', actions: ['take'] })), turnOf(facts({ state: 'taken', planActions: ['publish'], plans: [plan('proposed')] })), turnOf(facts({ state: 'taken', actions: ['reply'], draft: draft('政策如此') })), turnOf(facts({ state: 'taken', mayEditPlan: true }))]).toEqual(['take-yours', 'approve-yours', 'publish-yours', 'plan-yours']);
  });
  it('names whom it was given to, because the next one already stands on the page', () => {
    expect([doneWords('accept', '王晓梅'), doneWords('assign', '王晓梅'), doneWords('accept', null), doneWords('decline', '王晓梅')]).toEqual(['已受理，分派给王晓梅', '已分派给王晓梅', '已受理', '已作不予受理']);
  });
  it('begins a new round without the old plan', () => expect(turnOf(facts({ state: 'reopened', round: 2, plans: [plan('fell-short')] }))).toBe('plan'));
  it('leads on to the next one when this one is sorted or reviewed, and stays after a step on the way there', () => {
    expect([leadsOn('triage', 'accept'), leadsOn('triage', 'decline'), leadsOn('review', 'pass'), leadsOn('mine', 'hand-back')]).toEqual([true, true, true, true]);
    expect([leadsOn('triage', 'pass'), leadsOn('review', 'accept'), leadsOn('open', 'assign'), leadsOn('mine', 'take')]).toEqual([false, false, false, false]);
  });
  it('publishes an answer only with words, and with a plan or a reason why there is none', () => {
    expect(answerWaitsFor({ ...facts(), text: ' ', noPlanReason: '' })).toBe('text');
    expect(answerWaitsFor({ ...facts({ plans: [plan('published')] }), text: '承办人是＿＿', noPlanReason: '' })).toBe('blank');
    expect(answerWaitsFor({ ...facts({ plans: [plan('proposed')] }), text: '您好', noPlanReason: ' ' })).toBe('plan');
    expect(answerWaitsFor({ ...facts(), text: '您好', noPlanReason: '政策如此' })).toBeNull();
    expect(answerWaitsFor({ ...facts({ plans: [plan('published')] }), text: '您好', noPlanReason: '' })).toBeNull();
  });
});
