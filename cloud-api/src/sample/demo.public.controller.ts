import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { SessionView } from '../features/identity/identity.dto.ts';
import { ResidentSignInService } from '../features/identity/resident-sign-in.service.ts';
import { ForDemo } from '../platform/auth/access.ts';
import { DemoPersonList, DemoMessageList, DemoSignIn, DemoStaffList } from './sample.dto.ts';
import { DemoQueries } from './demo.queries.ts';

/** The demo's own doors. Outside the demo each answers as if it were not there. */
@ApiTags('demo')
@Controller('public/demo')
@ForDemo()
export class DemoPublicController {
  constructor(
    private readonly queries: DemoQueries,
    private readonly signIn: ResidentSignInService,
  ) {}

  @Get('persons')
  @ApiOkResponse({ type: DemoPersonList })
  persons(): Promise<DemoPersonList> {
    return this.queries.persons();
  }

  @Post('sign-in')
  @HttpCode(200)
  @ApiOkResponse({ type: SessionView })
  asPerson(@Body() input: DemoSignIn): Promise<SessionView> {
    return this.signIn.asDemoPerson(input.key);
  }

  @Get('staff')
  @ApiOkResponse({ type: DemoStaffList })
  staff(): Promise<DemoStaffList> {
    return this.queries.staff();
  }

  /** Stands for the telephones of the demo: the text messages the hall has sent. */
  @Get('inbox')
  @ApiOkResponse({ type: DemoMessageList })
  inbox(): DemoMessageList {
    return this.queries.inbox();
  }
}
