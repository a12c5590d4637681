import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { RATING_DIMENSIONS, RATING_LEVELS, invitationExpiresOn, mayRate, reasonsFor } from '@hall/shared/rating/rating.rules';
import { Clock } from '../../platform/clock/clock.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { QueueTickets } from '../queue/queue-tickets.ts';
import type { RatingInvitationView } from './rating.dto.ts';
import { RatingInvitation } from './rating.entity.ts';
import { ratingErrors } from './rating.errors.ts';
import { RatingLedger } from './rating-ledger.ts';
import type { RatingProofView } from './rating-proof.dto.ts';
import { RatingProgress } from './rating-progress.queries.ts';
import { RatingService } from './rating.service.ts';
import { RatingTerms } from './rating-terms.ts';

const SHOWN = 50;

/** Invitations as their holders see them. A rating once given is shown but as part of a sum, and to those who work its case. */
@Injectable()
export class RatingQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly terms: RatingTerms,
    private readonly tickets: QueueTickets,
    private readonly service: RatingService,
    private readonly progress: RatingProgress,
    private readonly ledger: RatingLedger,
  ) {}

  async mine(residentId: string): Promise<RatingInvitationView[]> {
    const rows = await this.dataSource.manager.find(RatingInvitation, { where: { residentId }, order: { servedAt: 'DESC' }, take: SHOWN });
    return Promise.all(rows.map((row) => this.view(row, null)));
  }

  /** @throws NOT_FOUND also when it is somebody else's */
  async one(residentId: string, id: string): Promise<RatingInvitationView> {
    const row = await this.terms.find({ id, residentId });
    if (!row) throw platformErrors.NOT_FOUND();
    return this.view(row, 'account');
  }

  /** @throws RATING_SLIP_UNKNOWN */
  async bySlip(code: string): Promise<RatingInvitationView> {
    const row = await this.terms.find({ slipHash: this.service.hashOf(code) });
    if (!row) throw ratingErrors.RATING_SLIP_UNKNOWN();
    return this.view(row, 'slip');
  }

  /** @throws NOT_FOUND also when it is somebody else's */
  async proof(residentId: string, id: string): Promise<RatingProofView> {
    const row = await this.terms.find({ id, residentId });
    if (!row) throw platformErrors.NOT_FOUND();
    return this.ledger.proof(row);
  }

  /** @throws RATING_SLIP_UNKNOWN */
  async proofBySlip(code: string): Promise<RatingProofView> {
    const row = await this.terms.find({ slipHash: this.service.hashOf(code) });
    if (!row) throw ratingErrors.RATING_SLIP_UNKNOWN();
    return this.ledger.proof(row);
  }

  async ofTickets(ticketIds: string[]): Promise<Map<string, string>> {
    if (ticketIds.length === 0) return new Map();
    const rows = await this.dataSource.manager.findBy(RatingInvitation, { ticketId: In(ticketIds) });
    return new Map(rows.map((row) => [row.ticketId, row.id]));
  }

  /** @param way how whoever looks came here: only who rated in that way follows the case */
  private async view(row: RatingInvitation, way: 'account' | 'slip' | null): Promise<RatingInvitationView> {
    const expiresOn = invitationExpiresOn(row.servedOn, await this.terms.days(row.hallId));
    const open = mayRate({ rated: row.rated, expiresOn }, this.clock.now());
    return {
      id: row.id, state: open.ok ? 'open' : row.rated ? 'rated' : 'expired', matterNames: await this.tickets.matterNames(row.matterIds), servedOn: row.servedOn,
      windowLabel: await this.tickets.windowLabel(row.hallId, row.windowId), expiresOn,
      reasonOptions: RATING_LEVELS.map(({ level }) => ({ level, reasons: reasonsFor(level) })),
      levels: RATING_LEVELS.map(({ level, label }) => ({ code: String(level), label })), dimensions: RATING_DIMENSIONS.map(({ code, label }) => ({ code, label })),
      progress: way !== null && row.rated ? await this.progress.of(row.id, way) : null,
    };
  }
}
