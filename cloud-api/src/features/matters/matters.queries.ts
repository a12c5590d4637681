import { Injectable } from '@nestjs/common';
import { dayOf } from '@hall/shared/kernel/day';
import { askedFor, questionsOf } from '@hall/shared/matter/checklist.rules';
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
      questions: questionsOf(matter),
      materials: matter.materials.map((material) => {
        const { code, label, form, legalBasis, deferrable, promisable, dataShared, guidance, when } = material;
        return { code, label, form, legalBasis, deferrable, promisable, dataShared, guidance, when, asked: askedFor(material, matter.questions) };
      }),
    };
  }

  async tables(): Promise<CodeTablesView> {
    const [tables, closed] = await Promise.all([this.matters.codes(), this.matters.closedCodes()]);
    return { version: tablesVersion(tables), tables, closed };
  }
}

const toCard = ({ id, name, summary, prefill, statutoryLimit, promisedLimit, minutesReady, minutesNotReady }: MatterFacts): MatterCardView => ({ id, name, summary, prefill, statutoryLimit, promisedLimit, minutesReady, minutesNotReady });
