import type { LadderLevel } from '@hall/shared/deadline/deadline.moves';
import type { DeadlineCode } from '@hall/shared/deadline/deadline.rules';
import { defineEvent } from '../../platform/events/event-kind.ts';

/** Ids and the names of steps only; whoever listens looks the rest up. */
export interface DeadlineTold {
  deadlineId: string;
  hallId: string;
  subjectKind: string;
  subjectId: string;
  step: string;
}

/** By which rule it is owed, and by whom at that moment. */
export interface OwedBy {
  ruleCode: DeadlineCode;
  ownerId: string | null;
  departmentId: string | null;
}

/** `staffId`: the owner, or whoever acts for them; null when nobody owns it yet. */
export const deadlineWarned = defineEvent<DeadlineTold & { staffId: string | null }>('deadline.warned');
export const deadlineOverdue = defineEvent<DeadlineTold & OwedBy & { staffId: string | null }>('deadline.overdue');
/** `staffId`: the superior who was added, or whoever acts for them. */
export const deadlineEscalated = defineEvent<DeadlineTold & { level: LadderLevel; staffId: string | null }>('deadline.escalated');
export const deadlineExtended = defineEvent<DeadlineTold & { workingDays: number; byStaffId: string }>('deadline.extended');
export const deadlineAwaitingCalendar = defineEvent<DeadlineTold>('deadline.awaiting-calendar');
/** It is due at another time than before: computed at last, extended, stopped or running again. */
export const deadlineMoved = defineEvent<DeadlineTold & { dueAt: number | null }>('deadline.moved');
/** `late`: after it was due. */
export const deadlineMet = defineEvent<DeadlineTold & OwedBy & { late: boolean }>('deadline.met');
/** Something is owed from `fromAt` on, or by the day it was given. */
export const deadlineOpened = defineEvent<DeadlineTold & OwedBy & { fromAt: number; givenDay: string | null }>('deadline.opened');
/** Nobody owes it any more, for this reason. */
export const deadlineDropped = defineEvent<DeadlineTold & OwedBy & { reason: string }>('deadline.dropped');
