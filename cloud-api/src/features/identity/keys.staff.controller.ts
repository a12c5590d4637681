import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, ForStaff, NeedsStepUp } from '../../platform/auth/access.ts';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { KeyRotation } from '../../platform/crypto/key-rotation.ts';
import { KeyQueries } from './keys.queries.ts';
import { KeyRoomView } from './keys.dto.ts';

/** The security administrator's: what data is encrypted with. Keys come and go in the server's settings, never by a request. */
@ApiTags('keys')
@Controller('staff/keys')
@ForStaff('key.rotate')
export class KeysStaffController {
  constructor(
    private readonly queries: KeyQueries,
    private readonly rotation: KeyRotation,
  ) {}

  @Get()
  @ApiOkResponse({ type: KeyRoomView })
  room(): Promise<KeyRoomView> {
    return this.queries.room();
  }

  /** Writes anew what is under an old key, in the background. */
  @Post('rotation')
  @HttpCode(200)
  @NeedsStepUp()
  @ApiOkResponse({ type: KeyRoomView })
  async rotate(@CurrentActor() actor: StaffActor): Promise<KeyRoomView> {
    await this.rotation.ask(actor);
    return this.queries.room();
  }
}
