import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ForAnyone } from '../../platform/auth/access.ts';
import { FileVariantQuery } from '../pictures/pictures.dto.ts';
import { StaffPortraits } from './staff-portraits.ts';

@ApiTags('staff')
@Controller('public/portraits')
export class PortraitsPublicController {
  constructor(private readonly portraits: StaffPortraits) {}

  /** For an `<img>`, which cannot send a session. A new portrait has a new id, so this one may be kept for an hour. */
  @Get(':pictureId')
  @ForAnyone()
  @ApiProduces('image/jpeg')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async show(@Param('pictureId') pictureId: string, @Query() query: FileVariantQuery, @Res() reply: FastifyReply): Promise<void> {
    const bytes = await this.portraits.show(pictureId, query.variant ?? 'full');
    await reply
      .header('content-type', 'image/jpeg')
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'public, max-age=3600')
      .header('content-disposition', 'inline; filename="portrait.jpg"')
      .header('content-security-policy', "default-src 'none'")
      .header('cross-origin-resource-policy', 'cross-origin')
      .send(bytes);
  }
}
