import { Injectable } from '@nestjs/common';
import { dayOf } from '@hall/shared/kernel/day';
import { SUGGESTION_LIMITS } from '@hall/shared/suggestion/suggestion.rules';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { People } from '../identity/people.ts';
import { GramIndex } from './gram-index.ts';
import { forEverybody } from './new-suggestion.ts';
import type { ContactView, WordingInput } from './suggestion-staff.dto.ts';
import { SuggestionDesk } from './suggestion-desk.ts';
import { SuggestionSteps } from './suggestion-steps.ts';
import { SuggestionWords } from './suggestion-words.ts';
import { SuggestionStep, type Suggestion } from './suggestion.entity.ts';
import { suggestionErrors } from './suggestion.errors.ts';

/** What the step of a wording says that was shown at once. */
const SHOWN = '公开';

/** What everybody may read: a wording a person has gone over, never the original. */
@Injectable()
export class WordingService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: SuggestionDesk,
    private readonly steps: SuggestionSteps,
    private readonly index: GramIndex,
    private readonly people: People,
    private readonly words: SuggestionWords,
  ) {}

  /** A person has looked at what the machine was not sure of. To hide it needs a reason, which takes its place. @throws SUGGESTION_INVALID */
  async review(actor: StaffActor, id: string, version: number, outcome: 'pass' | 'hide', reason = ''): Promise<void> {
    if (outcome === 'hide' && Array.from(reason.trim()).length < 2) throw suggestionErrors.SUGGESTION_INVALID({ fields: [{ path: 'reason', code: 'SUGGESTION_REASON', message: '请写明为什么不公开，提出人和大家都看得到这个原因。' }] });
    await this.unitOfWork.run(actor, async (work) => {
      const { row } = await this.desk.open(work, actor, id, version);
      const changes = outcome === 'pass' ? { verdict: 'clean' as const, reviewReason: null, ...(row.visibility === 'hidden' ? { visibility: await this.before(work, row) } : {}) } : { verdict: 'refused' as const, visibility: 'hidden' as const, reviewReason: forEverybody(reason) };
      await this.steps.change(work, row, changes);
      await this.steps.say(work, id, { kind: outcome, on: dayOf(work.now), by: { kind: 'staff', id: actor.id }, words: outcome === 'hide' ? forEverybody(reason) : undefined, open: true });
      work.audit(`suggestion.review-${outcome}`, id);
    });
  }

  /** What was taken from view and let pass after all is shown again, if it was: hiding and letting pass makes nothing vanish without its reason. */
  private async before(work: Work, row: Suggestion): Promise<'public' | 'private'> {
    const worded = await work.find(SuggestionStep, { suggestionId: row.id, kind: 'word' });
    const last = worded.sort((a, b) => b.position - a.position)[0];
    return row.publicText !== null && last && this.words.step(last) === SHOWN ? 'public' : 'private';
  }

  /** What everybody can read goes out of view only by a review, with a reason. @throws SUGGESTION_WISHES_PRIVATE, SUGGESTION_NOT_REVIEWED, SUGGESTION_SHOWN_ALREADY, SUGGESTION_INVALID */
  async word(actor: StaffActor, id: string, { version, text, show }: WordingInput): Promise<void> {
    const wording = text.trim();
    const length = Array.from(wording).length;
    if (length > SUGGESTION_LIMITS.most || (show && length < SUGGESTION_LIMITS.least)) throw suggestionErrors.SUGGESTION_INVALID({ fields: [{ path: 'text', code: 'SUGGESTION_WORDING', message: `公开的文字请写 ${SUGGESTION_LIMITS.least} 到 ${SUGGESTION_LIMITS.most} 个字。` }] });
    await this.unitOfWork.run(actor, async (work) => {
      const { row } = await this.desk.open(work, actor, id, version);
      if (show && !row.wishesPublic) throw suggestionErrors.SUGGESTION_WISHES_PRIVATE();
      if (!show && row.visibility === 'public') throw suggestionErrors.SUGGESTION_SHOWN_ALREADY();
      if (show && row.verdict !== 'clean') throw suggestionErrors.SUGGESTION_NOT_REVIEWED();
      const publicText = wording || null;
      const pairCount = await this.index.write(work, row, publicText);
      await this.steps.change(work, row, { publicText, pairCount, visibility: show ? 'public' : 'private' });
      await this.steps.say(work, id, { kind: 'word', on: dayOf(work.now), by: { kind: 'staff', id: actor.id }, words: show ? SHOWN : '不公开' });
      work.audit('suggestion.word', id, { show });
    });
  }

  /** How to reach a named author; each asking is written down. */
  async contact(actor: StaffActor, id: string): Promise<ContactView> {
    return this.unitOfWork.run(actor, async (work) => {
      await this.desk.read(actor, id);
      const residentId = await this.steps.residentOf(work, id);
      work.audit('suggestion.contact', id);
      if (residentId === null) return { name: null, phone: null };
      const { name, phone } = await this.people.resident(residentId, work.manager);
      return { name, phone };
    });
  }
}
