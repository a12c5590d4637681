import { Injectable } from '@nestjs/common';
import { dayOf } from '@hall/shared/kernel/day';
import { Clock } from '../../platform/clock/clock.ts';
import type { CodeTablesView, MatterCardView, MatterGuideView } from './matters.dto.ts';
import { Matters, tablesVersion, type MatterFacts } from './matters.ts';

@Injectable()
export class MattersQueries {
  constructor(
    private readonly matters: Matters,
    private readonly clock: Clock,
  ) {}

  async cards(): Promise<MatterCardView[]> {
    return (await this.matters.inForce(dayOf(this.clock.now()))).map(toCard);
  }

  async guide(matterId: string): Promise<MatterGuideView> {
    const matter = await this.matters.matter(matterId, dayOf(this.clock.now()));
    return {
      ...toCard(matter), version: matter.version, effectiveFrom: matter.effectiveFrom, steps: matter.steps, notes: matter.notes,
      materials: matter.materials.map(({ code, label, form, legalBasis, deferrable, promisable, guidance, when }) => ({ code, label, form, legalBasis, deferrable, promisable, guidance, when })),
    };
  }

  async tables(): Promise<CodeTablesView> {
    const tables = await this.matters.codes();
    return { version: tablesVersion(tables), tables };
  }
}

const toCard = ({ id, name, summary, prefill, statutoryLimit, promisedLimit, minutesReady, minutesNotReady }: MatterFacts): MatterCardView => ({ id, name, summary, prefill, statutoryLimit, promisedLimit, minutesReady, minutesNotReady });
