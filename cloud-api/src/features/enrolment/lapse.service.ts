import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, LessThan, LessThanOrEqual } from 'typeorm';
import { decide } from '@hall/shared/enrolment/application.moves';
import { LAPSE_WARNING_DAYS, lapseStage } from '@hall/shared/enrolment/lapse.rules';
import { addDays, dayOf } from '@hall/shared/kernel/day';
import { system } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import { Application } from './application.entity.ts';
import { CaseClosing } from './case-closing.ts';
import { CaseFiles, factsFor } from './case-files.ts';
import { CaseSteps, toldOf } from './case-steps.ts';
import { applicationLapseNear, applicationLapsed } from './enrolment.events.ts';

const AT_ONCE = 100;
const clockwork = system('enrolment.clockwork');

/** What time alone brings about: a forgotten case is warned of and then lapses. */
@Injectable()
export class LapseService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly files: CaseFiles,
    private readonly steps: CaseSteps,
    private readonly closing: CaseClosing,
    private readonly clock: Clock,
  ) {}

  /** @returns how many were warned of and how many lapsed */
  async sweep(): Promise<{ warned: number; lapsed: number }> {
    const today = dayOf(this.clock.now());
    const near = await this.dataSource.manager.find(Application, {
      where: [{ lapsesOn: LessThan(today) }, { lapsesOn: LessThanOrEqual(addDays(today, LAPSE_WARNING_DAYS)), lapseWarnedAt: IsNull() }],
      select: { id: true }, order: { lapsesOn: 'ASC' }, take: AT_ONCE * 10,
    });
    let warned = 0;
    let lapsed = 0;
    for (const { id } of near) {
      const done = await this.step(id);
      if (done === 'warned') warned += 1;
      if (done === 'lapsed') lapsed += 1;
    }
    return { warned, lapsed };
  }

  private step(id: string): Promise<'warned' | 'lapsed' | null> {
    return this.unitOfWork.run(clockwork, async (work) => {
      const file = await this.files.open(await work.lock(Application, id));
      const { row } = file;
      // It may have taken a step since it was listed.
      if (row.lapsesOn === null) return null;
      const stage = lapseStage(row.lastStepAt, work.now);
      if (stage === 'warn' && row.lapseWarnedAt === null) {
        await work.change(Application, row, { lapseWarnedAt: work.now });
        work.emit(applicationLapseNear, toldOf(row));
        return 'warned';
      }
      const verdict = decide('lapse', factsFor(file, clockwork, work.now), work.now);
      if (stage !== 'due' || !verdict.ok) return null;
      await this.steps.take(work, row, 'lapse', verdict.value);
      await this.closing.close(work, id);
      work.emit(applicationLapsed, toldOf(row));
      return 'lapsed';
    });
  }
}
