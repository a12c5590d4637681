import { Injectable } from '@nestjs/common';
import type { AppraisalOpened, AppraisalRectified } from '@hall/shared/audit/appraisal-book';
import { appraisalPlanProblems, closingDay, closingInstant, enoughPeople } from '@hall/shared/appraisal/appraisal.rules';
import { APPRAISAL_MOVES, type AppraisalAction, type AppraisalState } from '@hall/shared/appraisal/appraisal.moves';
import { TOKENS_AN_ENTRY, tokenOf, tokensRoot } from '@hall/shared/appraisal/draw.rules';
import type { Json } from '@hall/shared/kernel/canonical-json';
import { dayOf } from '@hall/shared/kernel/day';
import { move } from '@hall/shared/kernel/moves';
import { redact } from '@hall/shared/kernel/redact';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { CryptoPort } from '../../platform/crypto/crypto.port.ts';
import { refusal } from '../../platform/errors/domain-error.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import type { Idempotency } from '../../platform/http/idempotency.ts';
import { newRandomId } from '../../platform/persistence/new-id.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { Deadlines } from '../deadlines/deadlines.ts';
import { DutyRoster } from '../duty/duty-roster.ts';
import { Halls } from '../hall/halls.ts';
import { People } from '../identity/people.ts';
import { Ledger } from '../ledger/ledger.ts';
import { AppraisalPeople } from './appraisal-people.ts';
import type { AppraisalOpenInput, AppraisalRectifyInput } from './appraisal.dto.ts';
import { Appraisal } from './appraisal.entity.ts';
import { appraisalErrors } from './appraisal.errors.ts';

/** How deadlines name an appraisal, and the step of it that is owed. */
export const APPRAISAL_SUBJECT = 'appraisal';
export const RECTIFY = 'rectify';
export const openingKey = (id: string): string => `appraisal:${id}:opened`;
/** As many rows as go into one statement. */
const ROWS_AT_ONCE = 200;

/** The state a step leads to. @throws MOVE_NOT_ALLOWED */
export function stepped({ state }: Appraisal, action: AppraisalAction): AppraisalState {
  const verdict = move(APPRAISAL_MOVES, state, action);
  if (!verdict.ok) throw refusal(verdict);
  return verdict.value;
}

/** What people do with an appraisal: open it, and answer its result. Nobody chooses who is asked, nobody ends it early. */
@Injectable()
export class AppraisalsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly halls: Halls,
    private readonly staff: People,
    private readonly people: AppraisalPeople,
    private readonly duty: DutyRoster,
    private readonly deadlines: Deadlines,
    private readonly ledger: Ledger,
    private readonly crypto: CryptoPort,
  ) {}

  /**
   * Whoever could be drawn is said to the ledger, each as a salted token, with everything else that must not be chosen afterwards.
   * @throws APPRAISAL_PLAN_INVALID, APPRAISAL_DEPARTMENT_UNKNOWN, APPRAISAL_RUNNING, APPRAISAL_TOO_FEW_PEOPLE
   */
  open(actor: StaffActor, input: AppraisalOpenInput, key: Idempotency | null): Promise<string> {
    const { hallId } = actor;
    const { departmentId, questions, days, invite } = input;
    return this.unitOfWork.run(actor, (work) => work.once(key, async (id) => {
      const fields = appraisalPlanProblems(input);
      if (fields.length > 0) throw appraisalErrors.APPRAISAL_PLAN_INVALID({ fields });
      if (!(await this.halls.departments(hallId)).some((each) => each.id === departmentId)) throw appraisalErrors.APPRAISAL_DEPARTMENT_UNKNOWN({ fields: [{ path: 'departmentId', code: 'APPRAISAL_DEPARTMENT_UNKNOWN', message: '请重新选择' }] });
      // Two who open at the same moment do so in turn.
      await this.halls.hold(work, hallId);
      if (await work.findOne(Appraisal, { openKey: departmentId })) throw appraisalErrors.APPRAISAL_RUNNING();
      const today = dayOf(work.now);
      const citizens = [...(await this.people.of(hallId, departmentId, today)).keys()];
      const enough = enoughPeople(citizens.length);
      if (!enough.ok) throw refusal(enough);
      const digest = (text: string) => this.crypto.hash(text);
      const [code, department] = await this.ledger.codesOf(work, hallId, [['appraisal', id], ['department', departmentId]]) as [string, string];
      const members = citizens.map((citizenIndex) => { const salt = this.crypto.randomToken(16); return { citizenIndex, salt, token: tokenOf(digest, salt, code, citizenIndex) }; });
      const tokens = members.map(({ token }) => token).sort();
      const [root, closesOn] = [tokensRoot(digest, tokens), closingDay(today, days)];
      await work.add(Appraisal, {
        id, hallId, departmentId, openKey: departmentId, code, state: 'opened', questions, invite, population: tokens.length, root, openedOn: today, closesOn, closesAt: closingInstant(closesOn), openedBy: actor.id, openedAt: work.now,
        seed: null, invited: null, drawnAt: null, answers: null, figures: null, countedAt: null, ownerId: null, dueOn: null, rectification: null, rectifiedOn: null, rectifiedBy: null,
      });
      for (let at = 0; at < members.length; at += ROWS_AT_ONCE) {
        const rows = members.slice(at, at + ROWS_AT_ONCE);
        await work.execute(`INSERT INTO appraisal_member (id, appraisal_id, citizen_index, salt, token, invited) VALUES ${rows.map(() => '(?, ?, ?, ?, ?, 0)').join(', ')}`, rows.flatMap(({ citizenIndex, salt, token }) => [newRandomId(), id, citizenIndex, salt, token]));
      }
      for (let at = 0, part = 1; at < tokens.length; at += TOKENS_AN_ENTRY, part += 1) {
        await this.ledger.say(work, { hallId, key: `appraisal:${id}:tokens:${part}`, kind: 'appraisal.opened', body: { c: code, part, tokens: tokens.slice(at, at + TOKENS_AN_ENTRY) } });
      }
      const opened: AppraisalOpened = { c: code, department, questions, invite, population: tokens.length, root, closes: closesOn };
      await this.ledger.say(work, { hallId, key: openingKey(id), kind: 'appraisal.opened', body: opened as unknown as { [name: string]: Json } });
      work.audit('appraisal.open', id, { departmentId, population: tokens.length, invite });
    }));
  }

  /**
   * The department says what it changes: whoever owes it, or acts for them; anybody who may open one, where nobody owes it any more.
   * @throws NOT_FOUND, STALE_VERSION, MOVE_NOT_ALLOWED, APPRAISAL_NOT_YOURS, APPRAISAL_NAMES_SOMEBODY
   */
  async rectify(actor: StaffActor, id: string, { text, version }: AppraisalRectifyInput): Promise<void> {
    await this.unitOfWork.run(actor, async (work) => {
      const row = await work.lock(Appraisal, id);
      if (row.hallId !== actor.hallId) throw platformErrors.NOT_FOUND();
      if (row.version !== version) throw platformErrors.STALE_VERSION();
      const state = stepped(row, 'rectify');
      if (!(await this.mayRectify(work, actor, row))) throw appraisalErrors.APPRAISAL_NOT_YOURS();
      const words = text.trim();
      if (redact(words) !== words) throw appraisalErrors.APPRAISAL_NAMES_SOMEBODY({ fields: [{ path: 'text', code: 'APPRAISAL_NAMES_SOMEBODY', message: '请删去证件号、电话和账号' }] });
      await work.change(Appraisal, row, { state, rectification: words, rectifiedOn: dayOf(work.now), rectifiedBy: actor.id });
      const rectified: AppraisalRectified = { c: row.code, text: words };
      await this.ledger.say(work, { hallId: row.hallId, key: `appraisal:${id}:rectified`, kind: 'appraisal.rectified', body: rectified as unknown as { [name: string]: Json } });
      await this.deadlines.meet(work, { kind: APPRAISAL_SUBJECT, id }, RECTIFY);
      work.audit('appraisal.rectify', id);
    });
  }

  private async mayRectify(work: Work, actor: StaffActor, { id, hallId, ownerId }: Appraisal): Promise<boolean> {
    const owner = ownerId !== null && (await this.staff.staffOf(hallId)).some((one) => one.id === ownerId) ? ownerId : null;
    return owner === null ? actor.permissions.has('appraisal.open') : this.duty.actsAs(work, actor, owner, id);
  }
}
