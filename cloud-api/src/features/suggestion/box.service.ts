import { Injectable } from '@nestjs/common';
import { addDays, dayOf, isDay, startOfDay } from '@hall/shared/kernel/day';
import { decideBoxOpening, decideNewDay, type BoxOpeningAction } from '@hall/shared/suggestion/box.moves';
import { readSlipSerial } from '@hall/shared/suggestion/slip.rules';
import type { Actor, StaffActor } from '../../platform/auth/actor.ts';
import { DomainError, refusal } from '../../platform/errors/domain-error.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import type { Idempotency } from '../../platform/http/idempotency.ts';
import type { Upload } from '../../platform/http/upload.ts';
import { newId, newRandomId } from '../../platform/persistence/new-id.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { Deadlines } from '../deadlines/deadlines.ts';
import type { FileLinkView } from '../pictures/pictures.dto.ts';
import { Pictures, type PicturePlace } from '../pictures/pictures.service.ts';
import type { EnterSlip, MoveBoxOpening } from './box.dto.ts';
import { BoxMove, BoxOpening, SuggestionSlip } from './box.entity.ts';
import { checkInput, freeNumber, fresh } from './new-suggestion.ts';
import { SUGGESTION_PICTURE } from './submission.service.ts';
import { SuggestionDeadlines } from './suggestion-deadlines.ts';
import { SuggestionSteps } from './suggestion-steps.ts';
import { SuggestionWords } from './suggestion-words.ts';
import { Suggestion } from './suggestion.entity.ts';
import { suggestionErrors } from './suggestion.errors.ts';

export const OPENING_SUBJECT = 'box-opening';
const PLANNED_AHEAD_AT_MOST = 366;
const slipPlace = (actor: StaffActor, openingId: string): PicturePlace => ({ subjectKind: 'suggestion-slip', subjectId: openingId, ownerResidentId: null, hallId: actor.hallId });

/** @throws BOX_DAY_INVALID */
function refuseDay(plannedFor: string, today: string): void {
  if (!isDay(plannedFor) || plannedFor < today || plannedFor > addDays(today, PLANNED_AHEAD_AT_MOST)) throw suggestionErrors.BOX_DAY_INVALID();
}

/** The box on the wall: opened on planned days by two people, each slip typed in with its picture. */
@Injectable()
export class BoxService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly deadlines: Deadlines,
    private readonly pictures: Pictures,
    private readonly words: SuggestionWords,
    private readonly steps: SuggestionSteps,
    private readonly suggestionDeadlines: SuggestionDeadlines,
  ) {}

  /** @throws BOX_DAY_INVALID, BOX_PLANNED_ALREADY */
  async plan(actor: StaffActor, plannedFor: string): Promise<void> {
    await this.unitOfWork.run(actor, async (work) => {
      refuseDay(plannedFor, dayOf(work.now));
      if (!(await this.planIn(work, actor.hallId, plannedFor))) throw suggestionErrors.BOX_PLANNED_ALREADY();
    });
  }

  /** By the hall's clockwork; an opening that people put on another day is not planned a second time. @returns whether it was not planned yet */
  planBy(actor: Actor, hallId: string, plannedFor: string): Promise<boolean> {
    return this.unitOfWork.run(actor, async (work) => (await work.findOne(BoxMove, { hallId, fromDay: plannedFor })) === null && this.planIn(work, hallId, plannedFor));
  }

  /** The announced day is changed, with a reason that stays; from then on the new day is owed. @throws BOX_DAY_INVALID, BOX_DAY_PASSED, BOX_PUT_OFF_TOO_OFTEN, BOX_PLANNED_ALREADY, NOT_FOUND, STALE_VERSION */
  async reschedule(actor: StaffActor, id: string, { version, plannedFor, reason }: MoveBoxOpening): Promise<void> {
    await this.unitOfWork.run(actor, async (work) => {
      const row = await this.lock(work, actor, id, version);
      const verdict = decideBoxOpening('reschedule', { ...row, byId: actor.id, today: dayOf(work.now) });
      if (!verdict.ok) throw refusal(verdict);
      refuseDay(plannedFor, dayOf(work.now));
      const fromDay = row.plannedFor;
      const putOff = (await work.find(BoxMove, { openingId: id })).filter((each) => each.toDay > each.fromDay).length;
      const day = decideNewDay({ from: fromDay, to: plannedFor, putOff, leads: actor.permissions.has('box.postpone') });
      if (!day.ok) throw refusal(day);
      if (plannedFor === fromDay || (await work.findOne(BoxOpening, { hallId: actor.hallId, plannedFor }))) throw suggestionErrors.BOX_PLANNED_ALREADY();
      await work.change(BoxOpening, row, { plannedFor });
      await work.add(BoxMove, { id: newId(), hallId: actor.hallId, openingId: id, fromDay, toDay: plannedFor, reason: reason.trim(), movedBy: actor.id, movedAt: work.now });
      await this.deadlines.drop(work, { kind: OPENING_SUBJECT, id }, 'rescheduled', 'open');
      await this.owe(work, actor.hallId, id, plannedFor);
      work.audit('box.reschedule', id, { fromDay, plannedFor });
    });
  }

  private async planIn(work: Work, hallId: string, plannedFor: string): Promise<boolean> {
    const id = newId();
    const { affected } = await work.sql.insertIfAbsent("box_opening (id, hall_id, planned_for, state, entered, version) VALUES (?, ?, ?, 'planned', 0, 1)", [id, hallId, plannedFor]);
    if (affected === 0) return false;
    await this.owe(work, hallId, id, plannedFor);
    work.audit('box.plan', id, { plannedFor });
    return true;
  }

  private async owe(work: Work, hallId: string, id: string, plannedFor: string): Promise<void> {
    await this.deadlines.open(work, { hallId, subjectKind: OPENING_SUBJECT, subjectId: id, step: 'open', ownerId: null, departmentId: null, title: `${plannedFor} 开启意见箱`, ruleCode: 'box.open', from: Math.min(work.now, startOfDay(plannedFor)), givenDay: plannedFor });
  }

  /** The first of the two stands before the box. @throws BOX_NOT_YET before its day */
  begin(actor: StaffActor, id: string, version: number): Promise<void> {
    return this.step(actor, id, version, 'begin', (work) => ({ firstId: actor.id, begunAt: work.now }));
  }

  stepBack(actor: StaffActor, id: string, version: number): Promise<void> {
    return this.step(actor, id, version, 'step-back', () => ({ firstId: null, begunAt: null }));
  }

  /** The second one is there too, under their own name, and both have counted. @throws BOX_SAME_PERSON */
  confirm(actor: StaffActor, id: string, version: number, counted: number): Promise<void> {
    return this.step(actor, id, version, 'confirm', (work) => ({ secondId: actor.id, openedAt: work.now, counted }), (work) => this.deadlines.meet(work, { kind: OPENING_SUBJECT, id }, 'open'));
  }

  /** Everything that lay in it is typed in. @throws BOX_SLIPS_LEFT */
  finish(actor: StaffActor, id: string, version: number): Promise<void> {
    return this.step(actor, id, version, 'finish', (work) => ({ finishedBy: actor.id, finishedAt: work.now }));
  }

  /** @throws NOT_FOUND, BOX_NOT_OPEN, and the picture check's refusals */
  async addPicture(actor: StaffActor, id: string, upload: Upload): Promise<{ pictureId: string }> {
    const stored = await this.pictures.store(upload);
    return this.unitOfWork.run(actor, async (work) => {
      await this.openOne(work, actor, id);
      return { pictureId: (await this.pictures.keep(work, stored, slipPlace(actor, id))).id };
    });
  }

  /** A link to a picture taken at this opening and not typed off yet. @throws NOT_FOUND also once its slip is entered, BOX_NOT_OPEN */
  async pictureLink(actor: StaffActor, id: string, pictureId: string): Promise<FileLinkView> {
    return this.unitOfWork.run(actor, async (work) => {
      await this.openOne(work, actor, id);
      const { subjectKind } = slipPlace(actor, id);
      if (!(await this.pictures.of(subjectKind, [id])).some((picture) => picture.id === pictureId)) throw platformErrors.NOT_FOUND();
      return this.pictures.grant(work, { kind: 'staff', id: actor.id }, pictureId);
    });
  }

  /** Types one slip in. @returns the suggestion's id @throws SLIP_SERIAL_INVALID, SLIP_UNKNOWN, SLIP_USED, SUGGESTION_PICTURE_GONE, SUGGESTION_INVALID */
  async enter(actor: StaffActor, openingId: string, key: Idempotency | null, input: EnterSlip): Promise<string> {
    const text = input.text.trim();
    checkInput({ ...input, text, pictures: 1 }, 'pictureId');
    return this.unitOfWork.run(actor, (work) =>
      work.once(key, async (id) => {
        const opening = await this.openOne(work, actor, openingId);
        const slip = input.serial === null || input.serial.trim() === '' ? null : await this.slip(work, actor, input.serial);
        const day = dayOf(work.now);
        const row = await work.add(Suggestion, {
          ...fresh(day), id, hallId: actor.hallId, number: await freeNumber(work, day), identity: 'anonymous', way: 'paper', topic: input.topic, textCipher: this.words.seal('suggestion.text', id, text), wishesPublic: input.wishesPublic,
          // Whoever typed it has read it.
          verdict: 'clean', trackingHash: slip?.codeHash ?? null, openingId,
        });
        if (slip) await work.execute('UPDATE suggestion_slip SET suggestion_id = ? WHERE id = ?', [id, slip.id]);
        await this.claim(work, actor, openingId, id, input.pictureId);
        await work.change(BoxOpening, opening, { entered: opening.entered + 1 });
        await this.steps.say(work, id, { kind: 'received', on: day, by: { kind: 'author' } });
        await this.suggestionDeadlines.follow(work, row, { plan: null });
        work.audit('suggestion.enter-slip', id, { openingId });
      }, newRandomId()),
    );
  }

  private async slip(work: Work, actor: StaffActor, typed: string): Promise<SuggestionSlip> {
    const serial = readSlipSerial(typed);
    if (!serial.ok) throw refusal(serial);
    const [found] = await work.rows<{ id: string }>(`SELECT id FROM suggestion_slip WHERE hall_id = ? AND serial = ?${work.sql.forUpdate}`, [actor.hallId, serial.value]);
    const at = (code: string, message: string) => ({ fields: [{ path: 'serial', code, message }] });
    if (!found) throw suggestionErrors.SLIP_UNKNOWN(at('SLIP_UNKNOWN', '没有印过这个编号，请核对；自备纸张请不填编号。'));
    const slip = (await work.findOne(SuggestionSlip, { id: found.id }))!;
    if (slip.suggestionId !== null) throw suggestionErrors.SLIP_USED(at('SLIP_USED', '这个编号已经录入过，请核对是不是拿重了。'));
    return slip;
  }

  private async claim(work: Work, actor: StaffActor, openingId: string, id: string, pictureId: string): Promise<void> {
    try {
      await this.pictures.claim(work, [pictureId], slipPlace(actor, openingId), { subjectKind: SUGGESTION_PICTURE, subjectId: id, ownerResidentId: null, hallId: null });
    } catch (error) {
      if (error instanceof DomainError && error.status === 404) throw suggestionErrors.SUGGESTION_PICTURE_GONE({ fields: [{ path: 'pictureId', code: 'SUGGESTION_PICTURE_GONE', message: '请先给这张意见单拍照。' }] });
      throw error;
    }
  }

  private async step(actor: StaffActor, id: string, version: number, action: BoxOpeningAction, changes: (work: Work) => Partial<BoxOpening>, afterwards?: (work: Work) => Promise<void>): Promise<void> {
    await this.unitOfWork.run(actor, async (work) => {
      const row = await this.lock(work, actor, id, version);
      const verdict = decideBoxOpening(action, { ...row, byId: actor.id, today: dayOf(work.now) });
      if (!verdict.ok) throw refusal(verdict);
      await work.change(BoxOpening, row, { ...changes(work), state: verdict.value });
      await afterwards?.(work);
      work.audit(`box.${action}`, id);
    });
  }

  private async openOne(work: Work, actor: StaffActor, id: string): Promise<BoxOpening> {
    const row = await this.lock(work, actor, id);
    if (row.state !== 'opened') throw suggestionErrors.BOX_NOT_OPEN();
    return row;
  }

  private async lock(work: Work, actor: StaffActor, id: string, version?: number): Promise<BoxOpening> {
    const row = await work.lock(BoxOpening, id);
    if (row.hallId !== actor.hallId) throw platformErrors.NOT_FOUND();
    if (version !== undefined && row.version !== version) throw platformErrors.STALE_VERSION();
    return row;
  }
}
