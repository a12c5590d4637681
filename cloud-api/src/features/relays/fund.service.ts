import { Injectable } from '@nestjs/common';
import { addDays, startOfDay } from '@hall/shared/kernel/day';
import { decideFund, fundProblems, type FundAction, type FundFacts, type FundWish } from '@hall/shared/relays/fund.moves';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { refusal } from '../../platform/errors/domain-error.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import type { Idempotency } from '../../platform/http/idempotency.ts';
import { newId } from '../../platform/persistence/new-id.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { Deadlines } from '../deadlines/deadlines.ts';
import { People } from '../identity/people.ts';
import type { FundFailureInput } from './fund.dto.ts';
import { FundBatch, FundFailure } from './fund.entity.ts';
import { relayErrors } from './relays.errors.ts';

export const FUND_SUBJECT = 'fund-batch';
export const FUND_PAY = 'fund.pay';

/** How far a batch is, as the rules see it. */
export const fundFacts = ({ state, paidOutAt, persons }: Pick<FundBatch, 'state' | 'paidOutAt' | 'persons'>, failures: readonly Pick<FundFailure, 'state' | 'persons'>[]): FundFacts =>
  ({ state, paidOut: paidOutAt !== null, persons, failing: failures.reduce((sum, failure) => sum + (failure.state === 'failed' ? failure.persons : 0), 0) });

export const mayVoid = ({ dueBy, ownerId }: Pick<FundBatch, 'dueBy' | 'ownerId'>, staffId: string, now: number): boolean => now <= dueBy || ownerId !== staffId;

/** Batches of money that must be paid by a day: entered, paid out, and tried again until the last person has it. */
@Injectable()
export class FundService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly people: People,
    private readonly deadlines: Deadlines,
  ) {}

  /** All or none. @throws FUND_INVALID with the path `batches.3.name`, FUND_NAME_TAKEN */
  async enter(actor: StaffActor, batches: readonly FundWish[], key: Idempotency | null): Promise<void> {
    const fields = batches.flatMap((wish, index) => [
      ...fundProblems(wish), ...(batches.findIndex((each) => each.name.trim() === wish.name.trim()) === index ? [] : [{ path: 'name', code: 'FUND_NAME_TAKEN', message: '这个名称前面已经有了' }]),
    ].map((problem) => ({ ...problem, path: `batches.${index}.${problem.path}` })));
    if (fields.length > 0) throw relayErrors.FUND_INVALID({ fields });
    const departmentId = (await this.people.staffOf(actor.hallId)).find(({ id }) => id === actor.id)?.departmentId ?? null;
    await this.unitOfWork.run(actor, (work) => work.once(key, async () => {
      for (const [index, wish] of batches.entries()) await this.add(work, actor, wish, departmentId, index);
    }));
  }

  /** @throws NOT_FOUND, STALE_VERSION, MOVE_NOT_ALLOWED */
  start(actor: StaffActor, id: string, version: number): Promise<void> {
    return this.change(actor, id, version, async (work, row, failures) => {
      await work.change(FundBatch, row, { state: decided('start', row, failures), startedAt: work.now });
      work.audit('fund.start', id);
    });
  }

  /** It was entered by mistake. After its day it takes somebody else than who entered it: a late batch does not vanish by one word. @throws NOT_FOUND, STALE_VERSION, MOVE_NOT_ALLOWED, FUND_REASON_NEEDED, FUND_VOID_NEEDS_OTHER */
  void(actor: StaffActor, id: string, version: number, reason: string): Promise<void> {
    return this.change(actor, id, version, async (work, row, failures) => {
      if (reason.trim() === '') throw relayErrors.FUND_REASON_NEEDED();
      if (!mayVoid(row, actor.id, work.now)) throw relayErrors.FUND_VOID_NEEDS_OTHER();
      await work.change(FundBatch, row, { state: decided('void', row, failures), voidReason: reason.trim(), openName: null });
      await this.deadlines.drop(work, { kind: FUND_SUBJECT, id }, 'void');
      work.audit('fund.void', id);
    });
  }

  /** The bank could not pay some of them. @throws NOT_FOUND, STALE_VERSION, MOVE_NOT_ALLOWED, FUND_FAILURES_TOO_MANY */
  fail(actor: StaffActor, id: string, { version, reason, persons, amountFen }: FundFailureInput): Promise<void> {
    return this.change(actor, id, version, async (work, row, failures) => {
      if (row.state !== 'paying' || row.paidOutAt !== null) throw refusal({ code: 'MOVE_NOT_ALLOWED', message: '银行已经发放或还没有开始，不能再登记失败。' });
      const sum = (of: 'persons' | 'amountFen') => failures.reduce((total, failure) => total + failure[of], 0);
      if (sum('persons') + persons > row.persons || sum('amountFen') + amountFen > row.amountFen) throw relayErrors.FUND_FAILURES_TOO_MANY({ fields: [{ path: 'persons', code: 'FUND_FAILURES_TOO_MANY', message: '人数或金额超过了这个批次' }] });
      await work.add(FundFailure, { id: newId(), batchId: id, reason, persons, amountFen, state: 'failed', tries: 0, foundAt: work.now, lastTriedAt: null, settledAt: null });
      // Another version, so that the same failure sent twice is refused.
      await work.change(FundBatch, row, {});
      work.audit('fund.fail', id, { reason, persons });
    });
  }

  /** The bank has paid all it could; without failures the batch is paid. @throws NOT_FOUND, STALE_VERSION, MOVE_NOT_ALLOWED */
  payOut(actor: StaffActor, id: string, version: number): Promise<void> {
    return this.change(actor, id, version, async (work, row, failures) => {
      if (row.state !== 'paying' || row.paidOutAt !== null) throw refusal({ code: 'MOVE_NOT_ALLOWED', message: '这一步已经登记过了，请刷新后再看。' });
      await work.change(FundBatch, row, { paidOutAt: work.now });
      work.audit('fund.pay-out', id);
      await this.settleIfDone(work, row, failures);
    });
  }

  /** Tried again: the money arrived, or it did not. @param version of the failure @throws NOT_FOUND, STALE_VERSION, MOVE_NOT_ALLOWED */
  retry(actor: StaffActor, id: string, failureId: string, { version, settled }: { version: number; settled: boolean }): Promise<void> {
    return this.change(actor, id, null, async (work, row, failures) => {
      const failure = failures.find((each) => each.id === failureId);
      if (!failure) throw platformErrors.NOT_FOUND();
      if (failure.version !== version) throw platformErrors.STALE_VERSION();
      if (failure.state === 'settled' || row.state !== 'paying') throw refusal({ code: 'MOVE_NOT_ALLOWED', message: '这一笔已经发成了，请刷新后再看。' });
      await work.change(FundFailure, failure, { tries: failure.tries + 1, lastTriedAt: work.now, ...(settled ? { state: 'settled' as const, settledAt: work.now } : {}) });
      work.audit('fund.retry', id, { reason: failure.reason, settled });
      await this.settleIfDone(work, row, failures);
    });
  }

  private async add(work: Work, actor: StaffActor, wish: FundWish, departmentId: string | null, index: number): Promise<void> {
    const name = wish.name.trim();
    if (await work.findOne(FundBatch, { hallId: actor.hallId, openName: name })) {
      throw relayErrors.FUND_NAME_TAKEN({ fields: [{ path: `batches.${index}.name`, code: 'FUND_NAME_TAKEN', message: `“${name}”已经登记过了` }] });
    }
    const id = newId();
    const { dueAt } = await this.deadlines.open(work, { hallId: actor.hallId, subjectKind: FUND_SUBJECT, subjectId: id, step: FUND_PAY, ownerId: actor.id, departmentId, title: `发放：${name}`, ruleCode: FUND_PAY, from: work.now, givenDay: wish.dueDay });
    await work.add(FundBatch, {
      id, hallId: actor.hallId, name, openName: name, kind: wish.kind, dueDay: wish.dueDay, dueBy: dueAt ?? startOfDay(addDays(wish.dueDay, 1)) - 1, persons: wish.persons, amountFen: wish.amountFen, state: 'due', ownerId: actor.id, createdAt: work.now,
      startedAt: null, paidOutAt: null, settledAt: null, voidReason: null, inTime: null,
    });
    work.audit('fund.enter', id, { kind: wish.kind, persons: wish.persons });
  }

  private async settleIfDone(work: Work, row: FundBatch, failures: readonly FundFailure[]): Promise<void> {
    const verdict = decideFund('settle', fundFacts(row, failures));
    if (!verdict.ok) return;
    await work.change(FundBatch, row, { state: verdict.value, settledAt: work.now });
    await this.deadlines.meet(work, { kind: FUND_SUBJECT, id: row.id }, FUND_PAY);
    work.audit('fund.settle', row.id);
  }

  private async change(actor: StaffActor, id: string, version: number | null, body: (work: Work, row: FundBatch, failures: FundFailure[]) => Promise<void>): Promise<void> {
    await this.unitOfWork.run(actor, async (work) => {
      const row = await work.lock(FundBatch, id);
      if (row.hallId !== actor.hallId) throw platformErrors.NOT_FOUND();
      if (version !== null && row.version !== version) throw platformErrors.STALE_VERSION();
      await body(work, row, await work.find(FundFailure, { batchId: id }));
    });
  }
}

function decided(action: FundAction, row: FundBatch, failures: readonly FundFailure[]): FundBatch['state'] {
  const verdict = decideFund(action, fundFacts(row, failures));
  if (!verdict.ok) throw refusal(verdict);
  return verdict.value;
}
