import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { AppraisalResult } from '@hall/shared/audit/appraisal-book';
import { tallyOf } from '@hall/shared/appraisal/figure.rules';
import type { Json } from '@hall/shared/kernel/canonical-json';
import { dayOf, type Day } from '@hall/shared/kernel/day';
import type { Work } from '../../platform/persistence/work.ts';
import { Deadlines } from '../deadlines/deadlines.ts';
import { DutyRoster } from '../duty/duty-roster.ts';
import { Halls } from '../hall/halls.ts';
import { People } from '../identity/people.ts';
import { Ledger } from '../ledger/ledger.ts';
import { APPRAISAL_SUBJECT, RECTIFY, stepped } from './appraisals.service.ts';
import { Appraisal, AppraisalMember } from './appraisal.entity.ts';
import { appraisalCounted, appraisalTold } from './appraisal.events.ts';

/**
 * Counts what was answered while the closing day is being sealed, so that no seal of that day stands without the result, however it turned out. It
 * is the only place that reads answers.
 */
@Injectable()
export class AppraisalCount implements OnModuleInit {
  constructor(
    private readonly halls: Halls,
    private readonly people: People,
    private readonly duty: DutyRoster,
    private readonly deadlines: Deadlines,
    private readonly ledger: Ledger,
  ) {}

  onModuleInit(): void {
    this.ledger.beforeSealing((work, hallId, day) => this.endOfDay(work, hallId, day));
  }

  private async endOfDay(work: Work, hallId: string, day: Day): Promise<void> {
    const due = await work.rows<{ id: string }>("SELECT id FROM appraisal WHERE hall_id = ? AND state IN ('opened', 'asking') AND closes_on <= ? ORDER BY id", [hallId, day]);
    for (const { id } of due) await this.count(work, await work.lock(Appraisal, id), day);
  }

  /**
   * All rows of roll and answers are written anew by one statement each: InnoDB marks each row with the transaction that wrote it last, and as they
   * were written, a person's two rows bore the same mark. Who could be drawn is forgotten.
   */
  private async count(work: Work, row: Appraisal, day: Day): Promise<void> {
    const { id, hallId } = row;
    const answers = await work.rows<{ levels: string }>('SELECT levels FROM appraisal_answer WHERE appraisal_id = ?', [id]);
    const tally = tallyOf(row.questions, answers.map(({ levels }) => levels));
    const told = tally.answers !== null;
    const state = stepped(row, told ? 'count' : 'end');
    const owed = told ? await this.owe(work, row) : { ownerId: null, dueOn: null };
    const result: AppraisalResult = { c: row.code, invited: row.invited ?? 0, due: owed.dueOn, ...tally };
    await this.ledger.say(work, { hallId, key: `appraisal:${id}:result`, kind: 'appraisal.result', day, body: result as unknown as { [name: string]: Json } });
    await work.execute('UPDATE appraisal_roll SET counted = 1 WHERE appraisal_id = ?', [id]);
    await work.execute('UPDATE appraisal_answer SET counted = 1 WHERE appraisal_id = ?', [id]);
    if (told) await this.tell(work, row, owed.ownerId);
    await work.execute('DELETE FROM appraisal_member WHERE appraisal_id = ?', [id]);
    await work.change(Appraisal, row, { ...owed, state, openKey: null, answers: tally.answers, figures: [...tally.figures], countedAt: work.now });
    work.audit('appraisal.count', id, { told });
  }

  private async owe(work: Work, { id, hallId, departmentId }: Appraisal): Promise<{ ownerId: string | null; dueOn: Day | null }> {
    const [ownerId, name] = [await this.duty.headOf(hallId, departmentId), await this.halls.departmentName(departmentId)];
    const { dueAt } = await this.deadlines.open(work, { hallId, subjectKind: APPRAISAL_SUBJECT, subjectId: id, step: RECTIFY, ownerId, departmentId, title: `${name}的评议整改`, ruleCode: 'appraisal.rectify', from: work.now });
    return { ownerId, dueOn: dueAt === null ? null : dayOf(dueAt) };
  }

  private async tell(work: Work, { id, hallId }: Appraisal, ownerId: string | null): Promise<void> {
    const invited = await work.find(AppraisalMember, { appraisalId: id, invited: true });
    const accounts = await this.people.verifiedAccounts(invited.map(({ citizenIndex }) => citizenIndex));
    work.emit(appraisalTold, { appraisalId: id, hallId, residentIds: [...accounts.values()].sort() });
    work.emit(appraisalCounted, { appraisalId: id, hallId, staffId: ownerId });
  }
}
