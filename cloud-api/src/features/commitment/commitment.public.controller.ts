import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ForAnyone } from '../../platform/auth/access.ts';
import { CommitmentList, CommitmentView, PublicCommitmentQuery } from './commitment.dto.ts';
import { CommitmentQueries } from './commitment.queries.ts';
import { CommitmentExplainedView, FigureCheckQuery } from './figure-check.dto.ts';
import { FigureCheckQueries } from './figure-check.queries.ts';

@ApiTags('commitment')
@Controller('public/commitments')
@ForAnyone()
export class CommitmentPublicController {
  constructor(
    private readonly queries: CommitmentQueries,
    private readonly checks: FigureCheckQueries,
  ) {}

  @Get()
  @ApiOkResponse({ type: CommitmentList })
  async list(@Query() { hallId }: PublicCommitmentQuery): Promise<CommitmentList> {
    return { items: await this.queries.board(hallId) };
  }

  @Get(':code')
  @ApiOkResponse({ type: CommitmentView })
  one(@Param('code') code: string): Promise<CommitmentView> {
    return this.queries.byCode(code);
  }

  /** How it is computed, and where its figure and the facts behind it stand in the ledger. */
  @Get(':code/explained')
  @ApiOkResponse({ type: CommitmentExplainedView })
  explained(@Param('code') code: string, @Query() { period }: FigureCheckQuery): Promise<CommitmentExplainedView> {
    return this.checks.explained(code, period);
  }
}
