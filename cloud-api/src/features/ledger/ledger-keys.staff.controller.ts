import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, ForStaff, NeedsStepUp } from '../../platform/auth/access.ts';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { LedgerKeyQueries } from './ledger-keys.queries.ts';
import { LedgerSequencer } from './ledger-sequencer.ts';
import { LedgerKeyChange, LedgerKeyRoomView } from './ledger.dto.ts';

/** The security administrator's: what the ledger is signed with. */
@ApiTags('keys')
@Controller('staff/ledger-key')
@ForStaff('key.rotate')
export class LedgerKeysStaffController {
  constructor(
    private readonly queries: LedgerKeyQueries,
    private readonly sequencer: LedgerSequencer,
  ) {}

  @Get()
  @ApiOkResponse({ type: LedgerKeyRoomView })
  room(@CurrentActor() { hallId }: StaffActor): Promise<LedgerKeyRoomView> {
    return this.queries.room(hallId);
  }

  @Post('change')
  @HttpCode(200)
  @NeedsStepUp()
  @ApiOkResponse({ type: LedgerKeyRoomView })
  async change(@CurrentActor() actor: StaffActor, @Body() { reason, seen }: LedgerKeyChange): Promise<LedgerKeyRoomView> {
    await this.sequencer.changeKey(actor, reason, seen);
    return this.queries.room(actor.hallId);
  }
}
