import { Controller, Get } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, ForDevice } from '../../platform/auth/access.ts';
import type { DeviceActor } from '../../platform/auth/actor.ts';
import { ScreenView } from './board.dto.ts';
import { CheckInCodes } from './check-in-codes.ts';
import { LiveBoard } from './live-board.ts';

@ApiTags('board')
@ApiBearerAuth()
@Controller('device/screen')
export class ScreenDeviceController {
  constructor(
    private readonly board: LiveBoard,
    private readonly codes: CheckInCodes,
  ) {}

  /** The board, and beside it the code of this minute, which only a paired screen may show. */
  @Get()
  @ForDevice('screen')
  @ApiOkResponse({ type: ScreenView })
  async screen(@CurrentActor() actor: DeviceActor): Promise<ScreenView> {
    return { board: await this.board.view(actor.hallId), checkIn: this.codes.current(actor.hallId) };
  }
}
