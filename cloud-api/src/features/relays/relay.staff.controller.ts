import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, ForStaff } from '../../platform/auth/access.ts';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { IdempotencyKey, type Idempotency } from '../../platform/http/idempotency.ts';
import { RelayAddressBookView, RelayInput, RelayList, RelayView, RelayWithdraw } from './relay.dto.ts';
import { RelayQueries } from './relay.queries.ts';
import { RelayService } from './relay.service.ts';

/** Everybody reads what was meant for them; sending, and seeing who has not read yet, takes `relay.send`. */
@ApiTags('relays')
@Controller('staff/relays')
export class RelayStaffController {
  constructor(
    private readonly relays: RelayService,
    private readonly queries: RelayQueries,
  ) {}

  @Get()
  @ForStaff(null)
  @ApiOkResponse({ type: RelayList })
  received(@CurrentActor() actor: StaffActor): Promise<RelayList> {
    return this.queries.received(actor);
  }

  @Get('sent')
  @ForStaff('relay.send')
  @ApiOkResponse({ type: RelayList })
  sent(@CurrentActor() actor: StaffActor): Promise<RelayList> {
    return this.queries.sent(actor);
  }

  @Get('address-book')
  @ForStaff('relay.send')
  @ApiOkResponse({ type: RelayAddressBookView })
  addressBook(@CurrentActor() actor: StaffActor): Promise<RelayAddressBookView> {
    return this.queries.addressBook(actor);
  }

  @Post()
  @ForStaff('relay.send')
  @HttpCode(200)
  @ApiOkResponse({ type: RelayView })
  async send(@CurrentActor() actor: StaffActor, @Body() input: RelayInput, @IdempotencyKey() key: Idempotency | null): Promise<RelayView> {
    return this.queries.one(actor, await this.relays.send(actor, input, key));
  }

  @Get(':id')
  @ForStaff(null)
  @ApiOkResponse({ type: RelayView })
  one(@CurrentActor() actor: StaffActor, @Param('id') id: string): Promise<RelayView> {
    return this.queries.one(actor, id);
  }

  @Post(':id/acknowledge')
  @ForStaff(null)
  @HttpCode(200)
  @ApiOkResponse({ type: RelayView })
  async acknowledge(@CurrentActor() actor: StaffActor, @Param('id') id: string): Promise<RelayView> {
    await this.relays.acknowledge(actor, id);
    return this.queries.one(actor, id);
  }

  /** Once for each reader and day. */
  @Post(':id/remind')
  @ForStaff('relay.send')
  @HttpCode(200)
  @ApiOkResponse({ type: RelayView })
  async remind(@CurrentActor() actor: StaffActor, @Param('id') id: string): Promise<RelayView> {
    await this.relays.remind(actor, id);
    return this.queries.one(actor, id);
  }

  @Post(':id/withdraw')
  @ForStaff('relay.send')
  @HttpCode(200)
  @ApiOkResponse({ type: RelayView })
  async withdraw(@CurrentActor() actor: StaffActor, @Param('id') id: string, @Body() { version }: RelayWithdraw): Promise<RelayView> {
    await this.relays.withdraw(actor, id, version);
    return this.queries.one(actor, id);
  }
}
