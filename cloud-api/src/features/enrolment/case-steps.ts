import { Injectable } from '@nestjs/common';
import { APPLICATION_STATE_LABELS, type ApplicationAction, type ApplicationState } from '@hall/shared/enrolment/application.moves';
import { lapsesOn } from '@hall/shared/enrolment/lapse.rules';
import type { Instant } from '@hall/shared/kernel/day';
import { newId } from '../../platform/persistence/new-id.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { Application, CaseStep, type StepAction } from './application.entity.ts';
import { CaseContent } from './case-content.ts';
import { CaseDeadlines } from './case-deadlines.ts';
import type { ApplicationTold } from './enrolment.events.ts';

/** States in which nothing but the person keeps the case waiting: only these lapse. */
const LAPSABLE: readonly ApplicationState[] = ['draft', 'returned', 'ready', 'rejected'];
const CLOSED: readonly ApplicationState[] = ['completed', 'withdrawn', 'lapsed'];

export const STEP_LABELS: Record<StepAction, string> = {
  open: '开始填写', submit: '提交审核', recall: '撤回修改', return: '退回补正', ready: '材料已齐', handle: '窗口办理', complete: '办结', reject: '省系统退回', withdraw: '撤销', lapse: '过期失效',
};

/** What changes with every sign of life: the day of lapsing moves on and its warning is forgotten. */
export const alive = (state: ApplicationState, now: Instant): Pick<Application, 'lastStepAt' | 'updatedAt' | 'lapsesOn' | 'lapseWarnedAt'> => ({
  lastStepAt: now, updatedAt: now, lapsesOn: LAPSABLE.includes(state) ? lapsesOn(now) : null, lapseWarnedAt: null,
});

export const toldOf = (row: Application): ApplicationTold => ({ applicationId: row.id, hallId: row.hallId, residentId: row.residentId });

/** Moves a case to its next state, in the only way it is done: state, deadlines, timeline and audit together. */
@Injectable()
export class CaseSteps {
  constructor(
    private readonly content: CaseContent,
    private readonly deadlines: CaseDeadlines,
  ) {}

  async take(work: Work, row: Application, action: ApplicationAction, state: ApplicationState, changes: Partial<Application> = {}, note: string | null = null): Promise<Application> {
    const closing = CLOSED.includes(state) ? { openKey: null, closedAt: work.now } : {};
    const released = state === 'submitted' ? {} : { claimedBy: null, claimedUntil: null, dueAt: null };
    await work.change(Application, row, { ...alive(state, work.now), ...released, ...closing, ...changes, state });
    await this.deadlines.follow(work, row, action);
    await this.write(work, row, action, note);
    return row;
  }

  async write(work: Work, row: Application, action: StepAction, note: string | null = null): Promise<void> {
    const id = newId();
    await work.add(CaseStep, { id, applicationId: row.id, at: work.now, action, state: row.state, byKind: work.actor.kind, byId: work.actor.id, note: note === null ? null : this.content.seal('step', id, note) });
    work.audit(`application.${action}`, row.id, { state: row.state });
  }
}

export const stateLabel = (state: ApplicationState): string => APPLICATION_STATE_LABELS[state];
