import { Readable } from 'node:stream';
import { Controller, Get, Ip, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { ForAnyone } from '../../platform/auth/access.ts';
import { Knocks } from '../../platform/auth/knocks.ts';
import { LedgerCheckpointList, LedgerHallQuery, LedgerPage, LedgerPageQuery, LedgerStateView } from './ledger.dto.ts';
import { ledgerErrors } from './ledger.errors.ts';
import { LedgerQueries } from './ledger.queries.ts';

/** The ledger lies open: whoever wants to check the hall needs no account. */
@ApiTags('ledger')
@Controller('public/ledger')
@ForAnyone()
export class LedgerPublicController {
  constructor(
    private readonly queries: LedgerQueries,
    private readonly knocks: Knocks,
  ) {}

  @Get()
  @ApiOkResponse({ type: LedgerStateView })
  state(@Query() { hallId }: LedgerHallQuery): Promise<LedgerStateView> {
    return this.queries.state(hallId);
  }

  @Get('entries')
  @ApiOkResponse({ type: LedgerPage })
  entries(@Query() { hallId, before, kind }: LedgerPageQuery): Promise<LedgerPage> {
    return this.queries.page(hallId, before, kind);
  }

  @Get('checkpoints')
  @ApiOkResponse({ type: LedgerCheckpointList })
  async checkpoints(@Query() { hallId }: LedgerHallQuery): Promise<LedgerCheckpointList> {
    return { items: await this.queries.checkpoints(hallId) };
  }

  /** A file of lines, up to the last day sealed. */
  @Get('export')
  @ApiProduces('application/jsonl')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async export(@Query() { hallId }: LedgerHallQuery, @Ip() address: string): Promise<StreamableFile> {
    await this.knocks.count('ledger-export', address);
    const file = await this.queries.export(hallId);
    if (!file) throw ledgerErrors.LEDGER_NOTHING_SEALED();
    return new StreamableFile(Readable.from(file.lines), { type: 'application/jsonl; charset=utf-8', disposition: `attachment; filename="${file.name}"` });
  }
}
