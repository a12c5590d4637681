import { Injectable, type OnModuleInit } from '@nestjs/common';
import { flagFormulaProblems, flagResult, tallyWindows, type FlagFormula, type FlagResult, type WindowTally } from '@hall/shared/assessment/red-flag.rules';
import { formulaFor, type Month } from '@hall/shared/assessment/weights.rules';
import { daysOf, monthOf } from '@hall/shared/commitment/figures.rules';
import type { Json } from '@hall/shared/kernel/canonical-json';
import { addDays, dayOf, type Day } from '@hall/shared/kernel/day';
import type { StaffActor } from '../../platform/auth/actor.ts';
import type { Idempotency } from '../../platform/http/idempotency.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { Commitments } from '../commitment/commitments.ts';
import { Ledger } from '../ledger/ledger.ts';
import { assessmentErrors } from './assessment.errors.ts';
import { redFlagsGiven } from './assessment.events.ts';

/** Red-flag windows: the formula is said in the ledger before its month begins, the result on the month's last day, and nobody types either outcome. */
@Injectable()
export class RedFlagsService implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledger: Ledger,
    private readonly commitments: Commitments,
  ) {}

  onModuleInit(): void {
    this.ledger.beforeSealing((work, hallId, day) => this.endOfDay(work, hallId, day));
  }

  /** From its month on it holds until another is published. @throws FLAG_FORMULA_INVALID */
  async publish(actor: StaffActor, input: FlagFormula, key: Idempotency | null): Promise<void> {
    const { from, weights, least, places, tie } = input;
    const { five, pace, kept, services } = weights;
    await this.unitOfWork.run(actor, (work) => work.once(key, async (id) => {
      const formula: FlagFormula = { from, weights: { five, pace, kept, services }, least, places, tie };
      const fields = flagFormulaProblems(formula, dayOf(work.now));
      if (fields.length > 0) throw assessmentErrors.FLAG_FORMULA_INVALID({ fields });
      await this.ledger.say(work, { hallId: actor.hallId, key: `flag-formula:${id}`, kind: 'flag.formula', body: formula as unknown as { [name: string]: Json } });
      work.audit('red-flag.publish-formula', id, { from });
    }));
  }

  /** All that were published, the oldest first. */
  formulas(hallId: string): Promise<FlagFormula[]> {
    return this.ledger.said<FlagFormula>(hallId, 'flag.formula');
  }

  /** Window by window, by the house's own ids, for the days of a month up to `day`. */
  async tallies(hallId: string, month: Month, day: Day): Promise<Map<string, WindowTally>> {
    const { first, last } = daysOf(month, day);
    return tallyWindows(await this.commitments.visitFacts(hallId, first, last));
  }

  private async endOfDay(work: Work, hallId: string, day: Day): Promise<void> {
    const month = monthOf(day);
    if (monthOf(addDays(day, 1)) === month) return;
    const formula = formulaFor(await this.formulas(hallId), month);
    if (!formula) return;
    const tallies = new Map<string, WindowTally>();
    const ids = new Map<string, string>();
    for (const [windowId, tally] of await this.tallies(hallId, month, day)) {
      const code = await this.ledger.codeOf(work, hallId, 'window', windowId);
      tallies.set(code, tally);
      ids.set(code, windowId);
    }
    const result: FlagResult = flagResult(formula, month, tallies);
    const isNew = await this.ledger.say(work, { hallId, key: `flag-result:${month}`, kind: 'flag.result', day, body: result as unknown as { [name: string]: Json } });
    if (isNew) work.emit(redFlagsGiven, { hallId, month, windowIds: result.flagged.map((code) => ids.get(code)!) });
  }
}
