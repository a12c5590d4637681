import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { packedLevels } from '@hall/shared/appraisal/appraisal.rules';
import type { ResidentActor } from '../../platform/auth/actor.ts';
import { Knocks } from '../../platform/auth/knocks.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { CryptoPort } from '../../platform/crypto/crypto.port.ts';
import type { DomainError } from '../../platform/errors/domain-error.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { newRandomId } from '../../platform/persistence/new-id.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import { People } from '../identity/people.ts';
import type { AppraisalAnswerInput, AppraisalThanksView } from './appraisal.dto.ts';
import { Appraisal, AppraisalAnswer, AppraisalMember, AppraisalRollEntry } from './appraisal.entity.ts';
import { appraisalErrors } from './appraisal.errors.ts';

export interface Standing { answered: boolean; /** Null when they may answer now. */ refused: DomainError | null; token: string | null }

const THANKS: AppraisalThanksView = { thanks: '谢谢您，已经收到' };

/**
 * Answers are given here. Who answered goes on the roll, what was said into the answers; one secret write makes both, and they share neither key nor
 * order. Nothing else is written: no audit row, no event, no time.
 */
@Injectable()
export class AppraisalAnswers {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly people: People,
    private readonly crypto: CryptoPort,
    private readonly knocks: Knocks,
    private readonly clock: Clock,
  ) {}

  /** @throws NOT_FOUND, TOO_MANY_REQUESTS, and what `standing` refuses with; APPRAISAL_ANSWER_INVALID, APPRAISAL_NONCE_TAKEN */
  async answer(actor: ResidentActor, id: string, { levels, nonce }: AppraisalAnswerInput, address: string): Promise<AppraisalThanksView> {
    await this.knocks.count('appraisal-answer', address);
    await this.knocks.count('appraisal-person', actor.id);
    const row = await this.appraisal(id);
    const citizenIndex = await this.citizenOf(actor);
    const { refused } = await this.standingOf(row, citizenIndex);
    if (refused) return (citizenIndex !== null && (await this.isRetry(row, citizenIndex, nonce))) ? THANKS : Promise.reject(refused);
    const packed = packedLevels(row.questions, levels);
    if (packed === null) throw appraisalErrors.APPRAISAL_ANSWER_INVALID();
    return this.take(row, citizenIndex!, packed, nonce);
  }

  /** Whether this resident may answer now, and if not, why. @throws NOT_FOUND */
  async standing(actor: ResidentActor, id: string): Promise<Standing> {
    return this.standingOf(await this.appraisal(id), await this.citizenOf(actor));
  }

  private async standingOf(row: Appraisal, citizenIndex: string | null): Promise<Standing> {
    const member = citizenIndex === null ? null : await this.dataSource.manager.findOneBy(AppraisalMember, { appraisalId: row.id, citizenIndex });
    const refuse = (refused: DomainError, answered = false): Standing => ({ answered, refused, token: member?.token ?? null });
    if (citizenIndex !== null && (await this.hasAnswered(row, citizenIndex))) return refuse(appraisalErrors.APPRAISAL_ANSWERED_ALREADY(), true);
    if (!isRunning(row, this.clock.now())) return refuse(appraisalErrors.APPRAISAL_CLOSED());
    if (citizenIndex === null) return refuse(appraisalErrors.APPRAISAL_NOT_VERIFIED());
    if (row.state === 'opened') return refuse(appraisalErrors.APPRAISAL_NOT_DRAWN());
    return member?.invited ? { answered: false, refused: null, token: member.token } : refuse(appraisalErrors.APPRAISAL_NOT_INVITED());
  }

  private async take(row: Appraisal, citizenIndex: string, packed: string, nonce: string): Promise<AppraisalThanksView> {
    const [roll, nonceHash, answerId] = [this.rollName(row, citizenIndex), this.nonceHash(row, nonce), newRandomId()];
    const given = await this.unitOfWork.secretly(async (work) => {
      // Whoever counts holds the appraisal alone: until then nobody counts, afterwards nobody answers.
      const [held] = await work.rowsHeld<{ state: string; closes_at: number | string }>('SELECT state, closes_at FROM appraisal WHERE id = ?', [row.id]);
      if (held?.state !== 'asking' || Number(held.closes_at) <= this.clock.now()) throw appraisalErrors.APPRAISAL_CLOSED();
      if ((await work.addIfAbsent('appraisal_roll (appraisal_id, person_mac, counted) VALUES (?, ?, 0)', [row.id, roll])).affected === 0) return false;
      if ((await work.addIfAbsent('appraisal_answer (id, appraisal_id, levels, nonce_hash, counted) VALUES (?, ?, ?, ?, 0)', [answerId, row.id, packed, nonceHash])).affected === 0) throw appraisalErrors.APPRAISAL_NONCE_TAKEN();
      return true;
    });
    if (!given && !(await this.isRetry(row, citizenIndex, nonce))) throw appraisalErrors.APPRAISAL_ANSWERED_ALREADY();
    return THANKS;
  }

  /** Only who holds the nonce is told that the answer is there; what it says is told to nobody. */
  private async isRetry(row: Appraisal, citizenIndex: string, nonce: string): Promise<boolean> {
    return (await this.hasAnswered(row, citizenIndex)) && this.dataSource.manager.existsBy(AppraisalAnswer, { nonceHash: this.nonceHash(row, nonce), appraisalId: row.id });
  }

  private hasAnswered(row: Appraisal, citizenIndex: string): Promise<boolean> {
    return this.dataSource.manager.existsBy(AppraisalRollEntry, { appraisalId: row.id, personMac: this.rollName(row, citizenIndex) });
  }

  /** Null when the account is not proven to be anybody's. */
  private async citizenOf({ id, assurance }: ResidentActor): Promise<string | null> {
    if (assurance !== 'verified' && (await this.people.resident(id)).assurance !== 'verified') return null;
    return (await this.people.identityOf(id)).citizenIndex;
  }

  /** Of one appraisal only: two rolls have no name in common. */
  private rollName({ id }: Appraisal, citizenIndex: string): string {
    return this.crypto.blindIndex(`appraisal-roll:${id}`, citizenIndex);
  }

  private nonceHash({ id }: Appraisal, nonce: string): string {
    return this.crypto.blindIndex(`appraisal-nonce:${id}`, nonce);
  }

  private async appraisal(id: string): Promise<Appraisal> {
    const found = await this.dataSource.manager.findOneBy(Appraisal, { id });
    if (!found) throw platformErrors.NOT_FOUND();
    return found;
  }
}

const isRunning = ({ state, closesAt }: Appraisal, now: number): boolean => (state === 'opened' || state === 'asking') && now < closesAt;
