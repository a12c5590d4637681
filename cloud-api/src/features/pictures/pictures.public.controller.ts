import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ForAnyone } from '../../platform/auth/access.ts';
import { FileVariantQuery } from './pictures.dto.ts';
import { Pictures } from './pictures.service.ts';

@ApiTags('pictures')
@Controller('public/files')
export class PicturesPublicController {
  constructor(private readonly pictures: Pictures) {}

  @Get(':token')
  @ForAnyone()
  @ApiProduces('image/jpeg')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async show(@Param('token') token: string, @Query() query: FileVariantQuery, @Res() reply: FastifyReply): Promise<void> {
    const bytes = await this.pictures.show(token, query.variant ?? 'full');
    await reply
      .header('content-type', 'image/jpeg')
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'no-store')
      .header('content-disposition', 'inline; filename="picture.jpg"')
      .header('content-security-policy', "default-src 'none'")
      // The console may be served from another origin than the API.
      .header('cross-origin-resource-policy', 'cross-origin')
      .send(bytes);
  }
}
