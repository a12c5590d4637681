import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { dayOf } from '@hall/shared/kernel/day';
import { SLIP_LIMITS, slipSerial } from '@hall/shared/suggestion/slip.rules';
import { groupedCode, trackingCodeFrom } from '@hall/shared/suggestion/tracking-code.rules';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { PublicAddress } from '../../platform/http/public-address.ts';
import { Papers } from '../../platform/paper/papers.ts';
import { newId, newRandomId } from '../../platform/persistence/new-id.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import { Halls } from '../hall/halls.ts';
import { SlipBatch, SuggestionSlip } from './box.entity.ts';
import { SuggestionWords } from './suggestion-words.ts';
import { suggestionErrors } from './suggestion.errors.ts';

/** Slips for the box on the wall. The codes exist on the paper alone: they are printed while they are made, and never again. */
@Injectable()
export class SlipsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly halls: Halls,
    private readonly papers: Papers,
    private readonly address: PublicAddress,
    private readonly words: SuggestionWords,
  ) {}

  /** @returns the sheets @throws SLIP_BATCHES_SPENT */
  async print(actor: StaffActor, slips: number): Promise<Buffer> {
    const { name: hallName } = await this.halls.hall(actor.hallId);
    const codes = Array.from({ length: slips }, () => trackingCodeFrom(randomBytes(16)));
    const { batch, printedAt } = await this.unitOfWork.run(actor, async (work) => {
      const [last] = await work.rows<{ batch: number | string | null }>(`SELECT MAX(batch) AS batch FROM slip_batch WHERE hall_id = ?${work.sql.forUpdate}`, [actor.hallId]);
      const next = Number(last?.batch ?? 0) + 1;
      if (next > SLIP_LIMITS.batches) throw suggestionErrors.SLIP_BATCHES_SPENT();
      const id = newId();
      await work.add(SlipBatch, { id, hallId: actor.hallId, batch: next, slips, printedBy: actor.id, printedAt: work.now });
      for (const [at, code] of codes.entries()) await work.add(SuggestionSlip, { id: newRandomId(), hallId: actor.hallId, serial: slipSerial(next, at + 1), codeHash: this.words.trackingHash(code), suggestionId: null });
      work.audit('slip-batch.print', id, { slips });
      return { batch: next, printedAt: work.now };
    });
    return this.papers.suggestionSlips({
      hallName, url: this.address.page('/voice/track/index'), printedOn: dayOf(printedAt), printedAt, slips: codes.map((code, at) => ({ serial: slipSerial(batch, at + 1), code: groupedCode(code) })),
    });
  }
}
