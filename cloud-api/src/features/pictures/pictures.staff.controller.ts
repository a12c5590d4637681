import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, ForStaff } from '../../platform/auth/access.ts';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { FileLinkView } from './pictures.dto.ts';
import { Pictures } from './pictures.service.ts';

@ApiTags('pictures')
@Controller('staff/pictures')
export class PicturesStaffController {
  constructor(private readonly pictures: Pictures) {}

  @Post(':pictureId/link')
  @HttpCode(200)
  @ForStaff('case.read')
  @ApiOkResponse({ type: FileLinkView })
  link(@CurrentActor() actor: StaffActor, @Param('pictureId') pictureId: string): Promise<FileLinkView> {
    return this.pictures.linkFor(actor, pictureId);
  }
}
