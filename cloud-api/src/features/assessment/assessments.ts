import { Injectable } from '@nestjs/common';
import type { RedFlagBoardView } from './red-flag.dto.ts';
import { RedFlagQueries } from './red-flag.queries.ts';

/** What other rooms may know: the red-flag windows as they were published. */
@Injectable()
export class Assessments {
  constructor(private readonly flags: RedFlagQueries) {}

  /** The newest month first. @throws NOT_FOUND when there is no such hall */
  redFlags(hallId: string): Promise<RedFlagBoardView> {
    return this.flags.board(hallId);
  }
}
