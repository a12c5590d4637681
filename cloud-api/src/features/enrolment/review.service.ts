import { Injectable } from '@nestjs/common';
import { decide } from '@hall/shared/enrolment/application.moves';
import { lapsesOn } from '@hall/shared/enrolment/lapse.rules';
import { reasonTemplate } from '@hall/shared/enrolment/reason-templates';
import { parseTarget, targetLabel } from '@hall/shared/enrolment/review.rules';
import { MINUTE } from '@hall/shared/kernel/day';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { refusal } from '../../platform/errors/domain-error.ts';
import { newId } from '../../platform/persistence/new-id.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { Application } from './application.entity.ts';
import { CaseContent } from './case-content.ts';
import { CaseDeadlines } from './case-deadlines.ts';
import { CaseFiles, factsFor, lateItems, type CaseFile } from './case-files.ts';
import { CaseSteps, toldOf } from './case-steps.ts';
import { CaseViews, nameOf } from './case.views.ts';
import { enrolmentErrors } from './enrolment.errors.ts';
import { applicationReady, applicationReturned } from './enrolment.events.ts';
import { Notices } from './notices.ts';
import { ReviewMark } from './review.entity.ts';
import type { MarkRequest, StaffCaseView } from './staff-case.dto.ts';

/** How long a claim stands after the last sign of work on it. */
const CLAIM_STANDS = 10 * MINUTE;
const CANDIDATES = 20;

/** A clerk looks through what residents handed in, before anybody has to come. */
@Injectable()
export class ReviewService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly files: CaseFiles,
    private readonly views: CaseViews,
    private readonly steps: CaseSteps,
    private readonly content: CaseContent,
    private readonly notices: Notices,
    private readonly deadlines: CaseDeadlines,
  ) {}

  /** Claims the case whose deadline is nearest; the clerk's own unfinished one first. @throws REVIEW_QUEUE_EMPTY */
  async next(actor: StaffActor): Promise<StaffCaseView> {
    const id = await this.unitOfWork.run(actor, async (work) => {
      const free = await work.rows<{ id: string }>(
        `SELECT id FROM application WHERE hall_id = ? AND state = 'submitted' AND (claimed_by IS NULL OR claimed_until <= ? OR claimed_by = ?)
         ORDER BY CASE WHEN claimed_by = ? THEN 0 ELSE 1 END, CASE WHEN due_at IS NULL THEN 1 ELSE 0 END, due_at, submitted_at, id LIMIT ${CANDIDATES}`,
        [actor.hallId, work.now, actor.id, actor.id],
      );
      for (const { id: candidate } of free) if (await this.claimOne(work, actor, candidate)) return candidate;
      throw enrolmentErrors.REVIEW_QUEUE_EMPTY();
    });
    return this.view(actor, id);
  }

  /** @throws REVIEW_CLAIMED_BY_OTHER, REVIEW_NOT_SUBMITTED */
  async claim(actor: StaffActor, id: string, version: number): Promise<StaffCaseView> {
    await this.unitOfWork.run(actor, async (work) => {
      const { row } = await this.files.lockFor(work, actor, id, version);
      if (row.state !== 'submitted') throw enrolmentErrors.REVIEW_NOT_SUBMITTED();
      if (!(await this.claimOne(work, actor, id))) throw enrolmentErrors.REVIEW_CLAIMED_BY_OTHER();
    });
    return this.view(actor, id);
  }

  async release(actor: StaffActor, id: string, version: number): Promise<StaffCaseView> {
    await this.unitOfWork.run(actor, async (work) => {
      const { row } = await this.files.lockFor(work, actor, id, version);
      if (row.claimedBy !== actor.id) return;
      await work.change(Application, row, { claimedBy: null, claimedUntil: null });
      await this.deadlines.own(work, id, null);
      work.audit('review.release', id);
    });
    return this.view(actor, id);
  }

  /**
   * Replaces the prepared marks. They belong to the case: whoever claims it next goes on with them.
   * @throws MARK_TARGET_INVALID, REVIEW_REASON_UNKNOWN, REVIEW_NOT_CLAIMED, REVIEW_CLAIMED_BY_OTHER
   */
  async mark(actor: StaffActor, id: string, version: number, marks: MarkRequest[]): Promise<StaffCaseView> {
    await this.unitOfWork.run(actor, async (work) => {
      const file = await this.files.lockFor(work, actor, id, version);
      this.refuseUnlessMine(file, actor, work.now);
      await work.execute("DELETE FROM review_mark WHERE application_id = ? AND state = 'draft'", [id]);
      const rows = marks.map((mark, position) => this.newMark(file, actor, mark, position, work.now));
      for (const row of rows) await work.add(ReviewMark, row);
      await work.change(Application, file.row, { claimedBy: actor.id, claimedUntil: work.now + CLAIM_STANDS });
      work.audit('review.mark', id, { marks: rows.length });
    });
    return this.view(actor, id);
  }

  /** Sends all marks at once, with a numbered notice. @throws REVIEW_LATE_REASON_NEEDED when a later round names something new */
  async sendBack(actor: StaffActor, id: string, version: number, lateReason?: string): Promise<StaffCaseView> {
    await this.unitOfWork.run(actor, async (work) => {
      const file = await this.files.lockFor(work, actor, id, version);
      const { row } = file;
      const verdict = decide('return', factsFor(file, actor, work.now, lateReason === undefined ? {} : { lateReason }), work.now);
      if (!verdict.ok) throw refusal(verdict);
      const late = new Set(lateItems(file));
      const reason = late.size > 0 ? lateReason!.trim() : null;
      for (const mark of file.draftMarks) {
        await work.execute("UPDATE review_mark SET state = 'sent', round = ?, late = ?, at = ? WHERE id = ?", [row.round, late.has(mark.target) ? 1 : 0, work.now, mark.id]);
      }
      const noticeId = await this.notices.issue(work, row, actor.id, 'return', {
        personName: nameOf(file), matterName: file.matter.name, deadline: lapsesOn(work.now), lateReason: reason,
        items: file.draftMarks.map((mark) => ({ label: mark.targetLabel, sentence: mark.sentence })),
      });
      await this.steps.take(work, row, 'return', verdict.value, { round: row.round + 1, returnedContent: this.content.seal('returned', row.id, file.answers) }, reason);
      work.emit(applicationReturned, { ...toldOf(row), noticeId, staffId: actor.id, late: late.size > 0 });
    });
    return this.view(actor, id);
  }

  async ready(actor: StaffActor, id: string, version: number): Promise<StaffCaseView> {
    await this.unitOfWork.run(actor, async (work) => {
      const file = await this.files.lockFor(work, actor, id, version);
      const verdict = decide('ready', factsFor(file, actor, work.now), work.now);
      if (!verdict.ok) throw refusal(verdict);
      await this.steps.take(work, file.row, 'ready', verdict.value);
      work.emit(applicationReady, toldOf(file.row));
    });
    return this.view(actor, id);
  }

  private refuseUnlessMine(file: CaseFile, actor: StaffActor, now: number): void {
    if (file.row.state !== 'submitted') throw enrolmentErrors.REVIEW_NOT_SUBMITTED();
    // The rules of readiness refuse with the words for a claim that is missing or somebody else's.
    const verdict = decide('ready', { ...factsFor(file, actor, now), draftMarks: 0, problems: 0 }, now);
    if (!verdict.ok) throw refusal(verdict);
  }

  private newMark(file: CaseFile, actor: StaffActor, { target, reasonCode, sentence }: MarkRequest, position: number, now: number): ReviewMark {
    const parsed = parseTarget(target);
    if (!parsed.ok) throw refusal({ ...parsed, path: `marks.${position}.target` });
    const { kind, id: subject } = parsed.value;
    const picture = kind === 'picture' ? file.pictures.find((candidate) => candidate.pictureId === subject) : undefined;
    const materialCode = kind === 'material' ? subject : picture?.materialCode ?? null;
    const material = file.matter.materials.find((candidate) => candidate.code === materialCode);
    const at = (path: string, code: string, message: string) => ({ fields: [{ path: `marks.${position}.${path}`, code, message }] });
    if (kind !== 'field' && !material) throw enrolmentErrors.MARK_TARGET_INVALID(at('target', 'MARK_TARGET_INVALID', '这份材料或照片已经不在了，请刷新'));
    if (!reasonTemplate(reasonCode, kind)) throw enrolmentErrors.REVIEW_REASON_UNKNOWN(at('reasonCode', 'REVIEW_REASON_UNKNOWN', '请从这一类的原因里选一个'));
    const id = newId();
    return {
      id, applicationId: file.row.id, round: file.row.round, position, state: 'draft', target, targetLabel: targetLabel(parsed.value, material?.label, picture?.pageNumber), materialCode,
      reasonCode, sentence: this.content.seal('mark', id, sentence.trim()), late: false, markedBy: actor.id, at: now,
    };
  }

  /** One conditional update, so that two clerks never review one case. */
  private async claimOne(work: Work, actor: StaffActor, id: string): Promise<boolean> {
    const { affected } = await work.execute(
      "UPDATE application SET claimed_by = ?, claimed_until = ?, version = version + 1 WHERE id = ? AND state = 'submitted' AND (claimed_by IS NULL OR claimed_until <= ? OR claimed_by = ?)",
      [actor.id, work.now + CLAIM_STANDS, id, work.now, actor.id],
    );
    if (affected === 0) return false;
    await this.deadlines.own(work, id, actor.id);
    work.audit('review.claim', id);
    return true;
  }

  private async view(actor: StaffActor, id: string): Promise<StaffCaseView> {
    return this.views.forStaff(await this.files.openFor(actor, id), actor);
  }
}
