import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, ForResident } from '../../platform/auth/access.ts';
import type { ResidentActor } from '../../platform/auth/actor.ts';
import { FileLinkView } from './pictures.dto.ts';
import { Pictures } from './pictures.service.ts';

@ApiTags('pictures')
@Controller('resident/pictures')
export class PicturesResidentController {
  constructor(private readonly pictures: Pictures) {}

  @Post(':pictureId/link')
  @HttpCode(200)
  @ForResident()
  @ApiOkResponse({ type: FileLinkView })
  link(@CurrentActor() actor: ResidentActor, @Param('pictureId') pictureId: string): Promise<FileLinkView> {
    return this.pictures.linkFor(actor, pictureId);
  }
}
