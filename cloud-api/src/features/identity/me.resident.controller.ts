import { Body, Controller, Get, HttpCode, Post, Put, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, ForResident } from '../../platform/auth/access.ts';
import type { HallRequest } from '../../platform/auth/access.guard.ts';
import type { ResidentActor } from '../../platform/auth/actor.ts';
import { Sessions } from '../../platform/auth/sessions.ts';
import { ConsentInput, ConsentList, ConsentWithdrawal, DeclarationInput, DoneView, MeView, PhoneFillInput, PreferencesInput } from './identity.dto.ts';
import { ResidentsService } from './residents.service.ts';

@ApiTags('me')
@ApiBearerAuth()
@Controller('resident')
@ForResident()
export class MeResidentController {
  constructor(
    private readonly residents: ResidentsService,
    private readonly sessions: Sessions,
  ) {}

  @Get('me')
  @ApiOkResponse({ type: MeView })
  me(@CurrentActor() actor: ResidentActor): Promise<MeView> {
    return this.residents.me(actor.id);
  }

  @Put('me/preferences')
  @ApiOkResponse({ type: MeView })
  prefer(@CurrentActor() actor: ResidentActor, @Body() input: PreferencesInput): Promise<MeView> {
    return this.residents.preferElderMode(actor, input.elderMode);
  }

  @Post('me/phone')
  @HttpCode(200)
  @ApiOkResponse({ type: MeView })
  fillPhone(@CurrentActor() actor: ResidentActor, @Body() input: PhoneFillInput): Promise<MeView> {
    return this.residents.fillPhone(actor, input.code);
  }

  @Put('me/declaration')
  @ApiOkResponse({ type: MeView })
  declare(@CurrentActor() actor: ResidentActor, @Body() input: DeclarationInput): Promise<MeView> {
    return this.residents.declare(actor, input);
  }

  @Post('sign-out')
  @HttpCode(200)
  @ApiOkResponse({ type: DoneView })
  async signOut(@Req() request: HallRequest): Promise<DoneView> {
    await this.sessions.end(request.sessionId!);
    return { done: true };
  }

  @Post('consents')
  @HttpCode(200)
  @ApiOkResponse({ type: ConsentList })
  async consent(@CurrentActor() actor: ResidentActor, @Body() input: ConsentInput): Promise<ConsentList> {
    return { items: await this.residents.giveConsent(actor, input.kind, input.version) };
  }

  @Post('consents/withdraw')
  @HttpCode(200)
  @ApiOkResponse({ type: ConsentList })
  async withdraw(@CurrentActor() actor: ResidentActor, @Body() input: ConsentWithdrawal): Promise<ConsentList> {
    return { items: await this.residents.withdrawConsent(actor, input.kind) };
  }
}
