import { Injectable } from '@nestjs/common';
import { DataSource, type FindOptionsWhere } from 'typeorm';
import { Halls } from '../hall/halls.ts';
import { RatingInvitation } from './rating.entity.ts';

/** How long an invitation is good, and which one is meant: read before a unit of work begins. */
@Injectable()
export class RatingTerms {
  constructor(
    private readonly dataSource: DataSource,
    private readonly halls: Halls,
  ) {}

  /** Days after the day of service. */
  days(hallId: string): Promise<number> {
    return this.halls.setting(hallId, 'rating.invitation-days');
  }

  find(where: FindOptionsWhere<RatingInvitation>): Promise<RatingInvitation | null> {
    return this.dataSource.manager.findOneBy(RatingInvitation, where);
  }
}
