import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { SuggestionAction } from '@hall/shared/suggestion/suggestion.moves';
import type { ContentVerdict } from '@hall/shared/suggestion/suggestion.rules';
import { readTrackingCode } from '@hall/shared/suggestion/tracking-code.rules';
import { refusal } from '../../platform/errors/domain-error.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { newRandomId } from '../../platform/persistence/new-id.ts';
import type { SecretWork } from '../../platform/persistence/secret-work.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import { TextCheck } from '../../platform/wechat/text-check.ts';
import { Halls } from '../hall/halls.ts';
import { AnonymousPictures } from './anonymous-pictures.service.ts';
import { checkInput, freeNumber, fresh } from './new-suggestion.ts';
import { SuggestionSteps } from './suggestion-steps.ts';
import { SuggestionWords } from './suggestion-words.ts';
import type { AnonymousSuggestionInput } from './suggestion.dto.ts';
import { Suggestion } from './suggestion.entity.ts';
import { suggestionErrors } from './suggestion.errors.ts';

interface Checked { code: string; nonceHash: string; verdict: ContentVerdict; hallId: string; text: string }

/**
 * What an anonymous author does. Everything here is a secret write: no actor, no time finer than the day, no audit, no
 * event, no deadline. What the hall owes because of it is written by the daily upkeep, or when staff first act.
 */
@Injectable()
export class AnonymousService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly halls: Halls,
    private readonly check: TextCheck,
    private readonly pictures: AnonymousPictures,
    private readonly words: SuggestionWords,
    private readonly steps: SuggestionSteps,
  ) {}

  /** A retry, told by its nonce, finds what the first one made. @returns its id @throws SUGGESTION_INVALID, SUGGESTION_PICTURE_GONE, TRACKING_CODE_INVALID, TRACKING_CODE_TAKEN */
  async submit(input: AnonymousSuggestionInput): Promise<string> {
    const text = input.text.trim();
    const code = readTrackingCode(input.trackingCode);
    checkInput({ ...input, text, pictures: input.pictureTokens.length }, 'pictureTokens');
    if (!code.ok) throw refusal(code);
    const nonceHash = this.words.secretHash(input.nonce);
    const before = await this.dataSource.manager.findOneBy(Suggestion, { nonceHash });
    if (before) return before.id;
    const looked = await this.check.ofSomebody(input.wechatCode, text);
    // No machine of ours looks at pictures, and nobody is asked to in our stead: a person does.
    const verdict = input.pictureTokens.length > 0 ? 'doubtful' : looked;
    const hallId = await this.halls.defaultHallId();
    try {
      return await this.write(input, { code: code.value, nonceHash, verdict, hallId, text });
    } catch (error) {
      // Two taps at the same instant: the database refuses the second nonce, and the first one's suggestion stands.
      const first = await this.dataSource.manager.findOneBy(Suggestion, { nonceHash });
      if (first) return first.id;
      throw error;
    }
  }

  private write(input: AnonymousSuggestionInput, { code, nonceHash, verdict, hallId, text }: Checked): Promise<string> {
    return this.unitOfWork.secretly(async (work) => {
      const trackingHash = this.words.trackingHash(code);
      if (await work.findOne(Suggestion, { trackingHash })) throw suggestionErrors.TRACKING_CODE_TAKEN();
      const id = newRandomId();
      await work.add(Suggestion, {
        ...fresh(work.today), id, hallId, number: await freeNumber(work, work.today), identity: 'anonymous', way: 'online', topic: input.topic, textCipher: this.words.seal('suggestion.text', id, text), wishesPublic: input.wishesPublic, verdict,
        trackingHash, nonceHash, upkeep: true,
      });
      await this.pictures.claim(work, input.pictureTokens, id);
      await this.steps.say(work, id, { kind: 'received', on: work.today, by: { kind: 'author' } });
      return id;
    });
  }

  /** @throws TRACKING_CODE_INVALID, TRACKING_CODE_UNKNOWN */
  async find(typed: string): Promise<Suggestion> {
    const code = readTrackingCode(typed);
    if (!code.ok) throw refusal(code);
    const found = await this.dataSource.manager.findOneBy(Suggestion, { trackingHash: this.words.trackingHash(code.value) });
    if (!found) throw suggestionErrors.TRACKING_CODE_UNKNOWN();
    return found;
  }

  /** @returns its id @throws TRACKING_CODE_…, STALE_VERSION, and the rule's refusals */
  async move(typed: string, action: Extract<SuggestionAction, 'confirm' | 'reopen' | 'withdraw'>, version: number, reason?: string): Promise<string> {
    const { id } = await this.find(typed);
    await this.unitOfWork.secretly(async (work) => {
      const row = await work.findOne(Suggestion, { id });
      if (row?.version !== version) throw platformErrors.STALE_VERSION();
      await this.change(work, row, await this.steps.decide(work, row, action, ['author'], work.today, action === 'reopen' ? this.steps.newRound(row) : {}));
      await this.steps.say(work, id, { kind: action, on: work.today, by: { kind: 'author' }, words: reason });
    });
    return id;
  }

  private async change(work: SecretWork, row: Suggestion, { state, face, changedOn, round = row.round, reopened = row.reopened }: Partial<Suggestion>): Promise<void> {
    const { affected } = await work.execute('UPDATE suggestion SET state = ?, face = ?, changed_on = ?, round = ?, reopened = ?, upkeep = 1, version = version + 1 WHERE id = ? AND version = ?', [state, face, changedOn, round, reopened, row.id, row.version]);
    if (affected === 0) throw platformErrors.STALE_VERSION();
  }
}
