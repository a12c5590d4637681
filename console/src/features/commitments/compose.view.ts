import type { CommitmentDraftInput, CommitmentRuleInput, MeasurableEventView, StaffCommitmentView } from '@hall/shared/api/views';
import { ruleSentence, type CommitmentRule } from '@hall/shared/commitment/commitment.rules';
import type { ShippedCommitment } from '@hall/shared/commitment/shipped-commitments';
import { commitmentsCopy as copy } from '../../kit/copy/commitments.copy.ts';

/** A shipped promise as a draft of the hall's own. */
export const draftOf = ({ wording, basis, rule }: Pick<ShippedCommitment, 'wording' | 'basis' | 'rule'>): CommitmentDraftInput => ({
  holderKind: 'hall', holderId: null, wording, basis,
  rule: { ...rule, scope: { readyOnly: rule.scope.readyOnly, classes: [...rule.scope.classes], matters: [...rule.scope.matters], departments: [...rule.scope.departments], staff: [...rule.scope.staff] } },
});

/** The sentence that is computed: `从“叫号”到“办结”，5 分钟内，只算材料备齐的`. */
export function sentenceOf(rule: CommitmentRuleInput): string {
  const { readyOnly, classes, matters, departments, staff } = rule.scope;
  return [ruleSentence(rule as CommitmentRule), ...(readyOnly ? [copy.readyOnly] : []), ...([[copy.classes, classes], [copy.matters, matters], [copy.departments, departments], [copy.staff, staff]] as const).flatMap(([words, of]) => (of.length > 0 ? [`${words}（${of.length}）`] : []))].join('，');
}

/** Events a promise may go on to from this one: of the same subject, and not itself. */
export const endsOf = (events: readonly MeasurableEventView[], from: string): MeasurableEventView[] => {
  const subject = events.find(({ event }) => event === from)?.subject;
  return events.filter((each) => each.mayOpen && each.subject === subject && each.event !== from);
};

/** The rule with another beginning: what no longer fits it begins anew. */
export function begunAt(events: readonly MeasurableEventView[], rule: CommitmentRuleInput, from: string): CommitmentRuleInput {
  const found = events.find(({ event }) => event === from)!;
  const ends = endsOf(events, from);
  const to = ends.find(({ event }) => event === rule.to) ?? ends.at(-1) ?? found;
  const visit = found.clock === 'minutes';
  return {
    ...rule, from: found.event as CommitmentRuleInput['from'], to: to.event as CommitmentRuleInput['to'], clock: found.clock, limit: found.clock === rule.clock ? rule.limit : visit ? 5 : 1,
    scope: visit ? rule.scope : { ...rule.scope, readyOnly: false, classes: [], matters: [] },
  };
}

/** What was typed and not saved yet, with the version of the promise it was begun from; null for one that is new. */
export interface Typed { input: CommitmentDraftInput; base: number | null }

/** What a promise says now, as the beginning of another wording. */
export const saidBy = ({ holderKind, holderId, wording, basis, rule }: StaffCommitmentView): CommitmentDraftInput => ({ holderKind, holderId, wording, basis, rule });

/** Whether somebody else changed the promise since this wording was begun, to something else than what is typed. */
export const changedElsewhere = (typed: Typed | null, before: StaffCommitmentView | null): boolean =>
  typed !== null && before !== null && typed.base !== before.version && JSON.stringify(typed.input) !== JSON.stringify(saidBy(before));
