import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { decide } from '@hall/shared/enrolment/application.moves';
import { dayOf, yearOf } from '@hall/shared/kernel/day';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { DomainError, refusal } from '../../platform/errors/domain-error.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import type { Idempotency } from '../../platform/http/idempotency.ts';
import type { Upload } from '../../platform/http/upload.ts';
import { readReply, type ReplyRow } from '../../platform/paper/batch-reply.workbook.ts';
import type { BatchRow } from '../../platform/paper/batch.columns.ts';
import { writeBatch } from '../../platform/paper/batch.workbook.ts';
import { newId } from '../../platform/persistence/new-id.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { Halls } from '../hall/halls.ts';
import { People } from '../identity/people.ts';
import { Application } from './application.entity.ts';
import { CaseBatch, CaseBatchRow } from './batch.entity.ts';
import { BatchRows } from './batch-rows.ts';
import type { BatchReplyView, BatchView } from './batch.dto.ts';
import { CaseContent } from './case-content.ts';
import { CaseDeadlines } from './case-deadlines.ts';
import { CaseFiles, factsFor } from './case-files.ts';
import { batchNumberText, nextNumber } from './case-numbers.ts';
import { CaseSteps, toldOf } from './case-steps.ts';
import { nameOf } from './case.views.ts';
import { enrolmentErrors } from './enrolment.errors.ts';
import { applicationCompleted, applicationRejected } from './enrolment.events.ts';
import { Notices } from './notices.ts';

/** What the provincial system takes at once. */
const MOST_ROWS = 500;

/** Handled cases go to the provincial system of record together, and its word on each comes back. */
@Injectable()
export class BatchesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly rows: BatchRows,
    private readonly files: CaseFiles,
    private readonly content: CaseContent,
    private readonly steps: CaseSteps,
    private readonly notices: Notices,
    private readonly deadlines: CaseDeadlines,
    private readonly halls: Halls,
    private readonly people: People,
  ) {}

  /** Gathers every handled case that waits, the oldest first. @throws BATCH_NOTHING_TO_EXPORT */
  async gather(actor: StaffActor, key: Idempotency | null): Promise<BatchView> {
    const id = await this.unitOfWork.run(actor, (work) => work.once(key, (batchId) => this.fill(work, actor, batchId)));
    return this.view(await this.batchOf(actor, id));
  }

  /** The newest hundred. */
  async list(actor: StaffActor): Promise<BatchView[]> {
    const batches = await this.dataSource.manager.find(CaseBatch, { where: { hallId: actor.hallId }, order: { createdAt: 'DESC', id: 'DESC' }, take: 100 });
    const views: BatchView[] = [];
    for (const batch of batches) views.push(await this.view(batch));
    return views;
  }

  /** The batch as it was gathered, however its cases have changed since. Each download is written down. */
  async workbook(actor: StaffActor, id: string): Promise<{ number: string; bytes: Buffer }> {
    const batch = await this.batchOf(actor, id);
    const rows = await this.rowsOf(batch);
    const hall = await this.halls.hall(batch.hallId);
    const bytes = await writeBatch({ number: batch.number, hallName: hall.name, createdAt: batch.createdAt, rows: rows.map((row) => this.content.open<BatchRow>('row', row.id, row.content)) });
    await this.unitOfWork.run(actor, (work) => {
      work.audit('batch.download', id, { rows: rows.length });
      return Promise.resolve();
    });
    return { number: batch.number, bytes };
  }

  /** Takes the province's word row by row: what cannot be taken is listed, and the rest counts. @throws `WORKBOOK_…` */
  async reply(actor: StaffActor, id: string, upload: Upload): Promise<BatchReplyView> {
    const batch = await this.batchOf(actor, id);
    const reply = await readReply(upload.bytes, batch.number);
    const problems = [...reply.problems];
    let completed = 0;
    let rejected = 0;
    let repeated = 0;
    for (const row of reply.rows) {
      try {
        if (!(await this.take(actor, batch, row))) repeated += 1;
        else if (row.outcome === 'completed') completed += 1;
        else rejected += 1;
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        problems.push({ row: row.row, name: row.name, message: `第 ${row.row} 行：${error.title}` });
      }
    }
    await this.unitOfWork.run(actor, async (work) => {
      const current = await work.lock(CaseBatch, id);
      if (completed + rejected > 0) await work.change(CaseBatch, current, { state: 'replied', repliedAt: work.now });
      work.audit('batch.reply', id, { completed, rejected, repeated, problems: problems.length });
    });
    return { batchId: id, completed, rejected, repeated, pending: reply.pending, problems: problems.sort((a, b) => a.row - b.row) };
  }

  private async fill(work: Work, actor: StaffActor, batchId: string): Promise<void> {
    const waiting = await work.rows<{ id: string }>(
      `SELECT id FROM application WHERE hall_id = ? AND state = 'handled' AND batch_id IS NULL ORDER BY handled_at, id LIMIT ${MOST_ROWS}${work.sql.forUpdate}`,
      [actor.hallId],
    );
    if (waiting.length === 0) throw enrolmentErrors.BATCH_NOTHING_TO_EXPORT();
    const year = yearOf(dayOf(work.now));
    const { areaCode } = await this.halls.hall(actor.hallId);
    const number = batchNumberText(areaCode, year, await nextNumber(work, actor.hallId, 'batch', year));
    await work.add(CaseBatch, { id: batchId, hallId: actor.hallId, number, state: 'exported', createdAt: work.now, createdBy: actor.id, repliedAt: null });
    for (const [position, { id }] of waiting.entries()) {
      const row = await work.lock(Application, id);
      const rowId = newId();
      const content = this.content.seal('row', rowId, await this.rows.of(row, rowId));
      await work.add(CaseBatchRow, { id: rowId, batchId, applicationId: id, position, outcome: 'pending', content });
      await work.change(Application, row, { batchId });
    }
    work.audit('batch.gather', batchId, { rows: waiting.length });
  }

  /** @returns false when this row had been taken before with the same word */
  private take(actor: StaffActor, batch: CaseBatch, said: ReplyRow): Promise<boolean> {
    return this.unitOfWork.run(actor, async (work) => {
      const line = await work.findOne(CaseBatchRow, { id: said.key, batchId: batch.id });
      if (!line) throw enrolmentErrors.BATCH_ROW_UNKNOWN();
      const sent = this.content.open<BatchRow>('row', line.id, line.content);
      // A sheet sorted by one column only would give people each other's results.
      if (sent.caseNumber !== said.caseNumber || sent.name !== said.name) throw enrolmentErrors.BATCH_ROW_MIXED_UP();
      if (line.outcome === said.outcome) return false;
      if (line.outcome !== 'pending') throw enrolmentErrors.BATCH_ROW_ANSWERED();
      const file = await this.files.lockFor(work, actor, line.applicationId);
      const { row } = file;
      const verdict = decide(said.outcome === 'completed' ? 'complete' : 'reject', factsFor(file, actor, work.now), work.now);
      if (!verdict.ok) throw refusal(verdict);
      await work.execute('UPDATE case_batch_row SET outcome = ? WHERE id = ?', [said.outcome, line.id]);
      if (said.outcome === 'completed') {
        await this.steps.take(work, row, 'complete', verdict.value, {}, said.provinceNumber ? `省系统受理号 ${said.provinceNumber}` : null);
        work.emit(applicationCompleted, toldOf(row));
        return true;
      }
      const { reason, deadline } = said;
      const noticeId = await this.notices.issue(work, row, actor.id, 'rejection', {
        personName: nameOf(file), matterName: file.matter.name, deadline, lateReason: null, items: [{ label: '省系统审核未通过', sentence: reason }],
      });
      await this.steps.take(work, row, 'reject', verdict.value, { rejection: this.content.seal('rejection', row.id, { reason, deadline }), batchId: null }, reason);
      if (deadline !== null) await this.deadlines.openFix(work, row, deadline);
      work.emit(applicationRejected, { ...toldOf(row), noticeId });
      return true;
    });
  }

  private async batchOf(actor: StaffActor, id: string): Promise<CaseBatch> {
    const batch = await this.dataSource.manager.findOneBy(CaseBatch, { id, hallId: actor.hallId });
    if (!batch) throw platformErrors.NOT_FOUND();
    return batch;
  }

  private rowsOf(batch: CaseBatch): Promise<CaseBatchRow[]> {
    return this.dataSource.manager.find(CaseBatchRow, { where: { batchId: batch.id }, order: { position: 'ASC' } });
  }

  private async view(batch: CaseBatch): Promise<BatchView> {
    const rows = await this.dataSource.manager.find(CaseBatchRow, { where: { batchId: batch.id }, select: { id: true, outcome: true } });
    const count = (outcome: CaseBatchRow['outcome']) => rows.filter((row) => row.outcome === outcome).length;
    return {
      id: batch.id, number: batch.number, createdAt: batch.createdAt, createdBy: await this.people.staffName(batch.createdBy), rows: rows.length, state: batch.state,
      completed: count('completed'), rejected: count('rejected'), pending: count('pending'),
    };
  }
}
