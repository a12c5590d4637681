import { Injectable } from '@nestjs/common';
import { invitationExpiresOn } from '@hall/shared/rating/rating.rules';
import { dayOf } from '@hall/shared/kernel/day';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { PublicAddress } from '../../platform/http/public-address.ts';
import { Papers } from '../../platform/paper/papers.ts';
import { Halls } from '../hall/halls.ts';
import { Ledger } from '../ledger/ledger.ts';
import { QueueTickets, type PrintedTicket } from '../queue/queue-tickets.ts';
import { RatingService } from './rating.service.ts';
import { RatingTerms } from './rating-terms.ts';

/** The 80 mm slip: the number while somebody waits, the invitation to rate once they are served. */
@Injectable()
export class SlipsService {
  constructor(
    private readonly tickets: QueueTickets,
    private readonly service: RatingService,
    private readonly terms: RatingTerms,
    private readonly halls: Halls,
    private readonly papers: Papers,
    private readonly address: PublicAddress,
    private readonly ledger: Ledger,
  ) {}

  /** After the service the slip carries the code to rate it by, the same on each printing. */
  async print(actor: StaffActor, ticketId: string): Promise<Buffer> {
    const ticket = await this.tickets.printed(actor.hallId, ticketId);
    const code = ticket.servedAt === null ? null : await this.service.slipCode(actor, { ...ticket, ticketId, hallId: actor.hallId, servedAt: ticket.servedAt });
    return code === null ? this.ticketSlip(actor, ticket) : this.ratingSlip(actor, ticket, ticket.servedAt!, code);
  }

  private async ticketSlip(actor: StaffActor, ticket: PrintedTicket): Promise<Buffer> {
    const { number, classLabel, takenAt, maskedName, matterNames, ahead, estimate, sentence } = ticket;
    return this.papers.ticketSlip({ hallName: (await this.halls.hall(actor.hallId)).name, number, classLabel, takenAt, maskedName, matterNames, ahead, estimate, slip: null, sentence, seal: await this.ledger.lastSeal(actor.hallId) });
  }

  private async ratingSlip(actor: StaffActor, ticket: PrintedTicket, servedAt: number, code: string): Promise<Buffer> {
    return this.papers.ratingSlip({
      hallName: (await this.halls.hall(actor.hallId)).name, number: ticket.number, windowLabel: ticket.windowLabel, servedAt, matterNames: ticket.matterNames, code,
      url: this.address.page(`/rating/rate/index?code=${code}`), expiresOn: invitationExpiresOn(dayOf(servedAt), await this.terms.days(actor.hallId)),
      seal: await this.ledger.lastSeal(actor.hallId),
    });
  }
}
