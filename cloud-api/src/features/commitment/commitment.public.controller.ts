import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ForAnyone } from '../../platform/auth/access.ts';
import { CommitmentList, CommitmentView, PublicCommitmentQuery } from './commitment.dto.ts';
import { CommitmentQueries } from './commitment.queries.ts';

@ApiTags('commitment')
@Controller('public/commitments')
@ForAnyone()
export class CommitmentPublicController {
  constructor(private readonly queries: CommitmentQueries) {}

  @Get()
  @ApiOkResponse({ type: CommitmentList })
  async list(@Query() { hallId }: PublicCommitmentQuery): Promise<CommitmentList> {
    return { items: await this.queries.published(hallId) };
  }

  @Get(':code')
  @ApiOkResponse({ type: CommitmentView })
  one(@Param('code') code: string): Promise<CommitmentView> {
    return this.queries.byCode(code);
  }
}
