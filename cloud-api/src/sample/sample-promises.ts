import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import type { Day } from '@hall/shared/kernel/day';
import type { ExclusionReason } from '@hall/shared/commitment/commitment.moves';
import { EVERYTHING, type CommitmentRule, type HolderKind } from '@hall/shared/commitment/commitment.rules';
import { SHIPPED_COMMITMENTS } from '@hall/shared/commitment/shipped-commitments';
import type { FulfilmentPage, StaffCommitmentList, StaffCommitmentView } from '../features/commitment/commitment.dto.ts';
import { Department } from '../features/hall/hall.entity.ts';
import { Staff } from '../features/identity/staff.entity.ts';
import { LedgerSequencer } from '../features/ledger/ledger-sequencer.ts';
import { Relay } from '../platform/events/relay.ts';
import { Jobs } from '../platform/jobs/jobs.ts';
import type { SampleActor } from './sample-actor.ts';
import type { SampleCast } from './sample-cast.ts';

interface Promised {
  holderKind: HolderKind;
  holderId: string | null;
  wording: string;
  basis: string;
  rule: CommitmentRule;
}

/** What the sample hall promises, and the ledger that tells what came of it: sealed night after night. */
export class SamplePromises {
  private constructor(
    private readonly app: NestFastifyApplication,
    private readonly head: SampleActor,
    private readonly own: readonly Promised[],
  ) {}

  static async gather(app: NestFastifyApplication, cast: SampleCast): Promise<SamplePromises> {
    const { manager } = app.get(DataSource);
    const department = await manager.findOneByOrFail(Department, { name: '待遇核定科' });
    const clerk = await manager.findOneByOrFail(Staff, { userName: 'wang' });
    const visit = { from: 'visit.called', to: 'visit.served', clock: 'minutes' } as const;
    return new SamplePromises(app, await cast.staff('zhou'), [
      { holderKind: 'department', holderId: department.id, wording: '来我科办事的，叫号后 9 分钟内办结', basis: '科室承诺', rule: { ...visit, limit: 9, scope: { ...EVERYTHING, departments: [department.id] } } },
      { holderKind: 'person', holderId: clerk.id, wording: '叫到您的号，8 分钟内给您办好', basis: '个人承诺', rule: { ...visit, limit: 8, scope: { ...EVERYTHING, staff: [clerk.id] } } },
    ]);
  }

  async beginLedger(): Promise<void> {
    await this.app.get(LedgerSequencer).sequence();
    await this.app.get(Jobs).runNow('commitment.calendar');
  }

  /** All that the hall promises is published on the eve of the day it is in force from. */
  async publish(inForceFrom: Day): Promise<void> {
    const shipped = SHIPPED_COMMITMENTS.map(({ wording, basis, rule }): Promised => ({ holderKind: 'hall', holderId: null, wording, basis, rule }));
    for (const promised of [...shipped, ...this.own]) {
      const { id, version } = await this.head.post<StaffCommitmentView>('/staff/commitments', promised);
      await this.head.post(`/staff/commitments/${id}/publish`, { version, inForceFrom });
    }
  }

  /** Morning, before anything happens: what was left of yesterday is closed, and every day that is over is sealed. */
  async sealNights(): Promise<void> {
    await this.app.get(Jobs).runNow('queue.close-day');
    while ((await this.app.get(Relay).drain()) > 0);
    const sequencer = this.app.get(LedgerSequencer);
    await sequencer.sequence();
    await sequencer.seal();
  }

  /** The network was down during one visit that took too long: leaving it out waits for a second person. */
  async proposeExclusion(): Promise<void> {
    for (const { id } of (await this.head.get<StaffCommitmentList>('/staff/commitments')).items) {
      const [broken] = (await this.head.get<FulfilmentPage>(`/staff/commitments/${id}/fulfilments?period=last-90-days&state=broken`)).items;
      if (!broken) continue;
      const reason: ExclusionReason = 'system-outage';
      await this.head.post(`/staff/commitments/fulfilments/${broken.id}/exclusion`, { reason, words: '当时省系统登录不上，信息中心有通知。' });
      return;
    }
  }
}
