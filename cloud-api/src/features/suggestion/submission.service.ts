import { Injectable } from '@nestjs/common';
import { dayOf } from '@hall/shared/kernel/day';
import { SUGGESTION_LIMITS } from '@hall/shared/suggestion/suggestion.rules';
import type { ResidentActor } from '../../platform/auth/actor.ts';
import { DomainError } from '../../platform/errors/domain-error.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import type { Idempotency } from '../../platform/http/idempotency.ts';
import type { Upload } from '../../platform/http/upload.ts';
import { newRandomId } from '../../platform/persistence/new-id.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { TextCheck } from '../../platform/wechat/text-check.ts';
import { Halls } from '../hall/halls.ts';
import { People } from '../identity/people.ts';
import { Pictures, type PicturePlace } from '../pictures/pictures.service.ts';
import { checkInput, freeNumber, fresh } from './new-suggestion.ts';
import { SuggestionDeadlines } from './suggestion-deadlines.ts';
import { SuggestionSteps } from './suggestion-steps.ts';
import { SuggestionWords } from './suggestion-words.ts';
import type { SuggestionInput, SuggestionPictureView } from './suggestion.dto.ts';
import { Suggestion, SuggestionAuthor } from './suggestion.entity.ts';
import { suggestionErrors } from './suggestion.errors.ts';
import { suggestionReceived } from './suggestion.events.ts';

/** Uploaded while somebody still writes. */
export const DRAFT_PICTURE = 'suggestion-draft';
export const SUGGESTION_PICTURE = 'suggestion';
const draftPlace = (residentId: string): PicturePlace => ({ subjectKind: DRAFT_PICTURE, subjectId: residentId, ownerResidentId: residentId, hallId: null });

/** A resident who signed in says what could be better. */
@Injectable()
export class SubmissionService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly halls: Halls,
    private readonly pictures: Pictures,
    private readonly people: People,
    private readonly check: TextCheck,
    private readonly words: SuggestionWords,
    private readonly steps: SuggestionSteps,
    private readonly deadlines: SuggestionDeadlines,
  ) {}

  /** @throws the picture check's refusals */
  async addPicture(actor: ResidentActor, upload: Upload): Promise<SuggestionPictureView> {
    const stored = await this.pictures.store(upload);
    const { id, width, height } = await this.unitOfWork.run(actor, (work) => this.pictures.keep(work, stored, draftPlace(actor.id)));
    return { id, width, height };
  }

  /** Only one not yet handed in. @throws NOT_FOUND */
  async removePicture(actor: ResidentActor, pictureId: string): Promise<void> {
    const [found] = (await this.pictures.of(DRAFT_PICTURE, [actor.id])).filter(({ id }) => id === pictureId);
    if (!found) throw platformErrors.NOT_FOUND();
    await this.unitOfWork.run(actor, (work) => this.pictures.remove(work, pictureId));
  }

  /** @returns its id @throws SUGGESTION_INVALID, SUGGESTION_PICTURE_GONE, SUGGESTION_TOO_MANY_TODAY */
  async submit(actor: ResidentActor, key: Idempotency | null, input: SuggestionInput): Promise<string> {
    const text = input.text.trim();
    checkInput({ ...input, text, pictures: input.pictureIds.length }, 'pictureIds');
    const [hallId, verdict] = await Promise.all([this.halls.defaultHallId(), this.check.ofKnown(async () => (await this.people.reach('resident', actor.id)).openids, text)]);
    return this.unitOfWork.run(actor, (work) =>
      work.once(key, async (id) => {
        await this.refuseFlood(work, actor);
        const row = await work.add(Suggestion, {
          ...fresh(dayOf(work.now)), id, hallId, number: await freeNumber(work, dayOf(work.now)), identity: 'named', way: 'online', topic: input.topic, textCipher: this.words.seal('suggestion.text', id, text), wishesPublic: input.wishesPublic, verdict,
        });
        await work.add(SuggestionAuthor, { suggestionId: id, residentId: actor.id });
        await this.claimPictures(work, actor, id, input.pictureIds);
        await this.steps.say(work, id, { kind: 'received', on: row.receivedOn, by: { kind: 'author' } });
        await this.deadlines.follow(work, row, { plan: null });
        work.audit('suggestion.submit', id, { topic: input.topic, verdict });
        work.emit(suggestionReceived, { suggestionId: id, hallId, residentId: actor.id });
      }, newRandomId()),
    );
  }

  /** Each one is somebody's to sort within a day, also what is taken back a moment later. */
  private async refuseFlood(work: Work, actor: ResidentActor): Promise<void> {
    await this.people.holdResident(work, actor.id);
    const [today] = await work.rows<{ sent: number | string }>('SELECT COUNT(*) AS sent FROM suggestion_author a JOIN suggestion s ON s.id = a.suggestion_id WHERE a.resident_id = ? AND s.received_on = ?', [actor.id, dayOf(work.now)]);
    if (Number(today?.sent ?? 0) >= SUGGESTION_LIMITS.aDay) throw suggestionErrors.SUGGESTION_TOO_MANY_TODAY();
  }

  private async claimPictures(work: Work, actor: ResidentActor, id: string, pictureIds: readonly string[]): Promise<void> {
    try {
      await this.pictures.claim(work, [...new Set(pictureIds)], draftPlace(actor.id), { subjectKind: SUGGESTION_PICTURE, subjectId: id, ownerResidentId: actor.id, hallId: null });
    } catch (error) {
      if (error instanceof DomainError && error.status === 404) throw suggestionErrors.SUGGESTION_PICTURE_GONE({ fields: [{ path: 'pictureIds', code: 'SUGGESTION_PICTURE_GONE', message: '有一张图片已经过期，请重新上传。' }] });
      throw error;
    }
  }
}
