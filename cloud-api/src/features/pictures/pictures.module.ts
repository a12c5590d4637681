import { Module } from '@nestjs/common';
import { PictureLinks } from './picture-links.ts';
import { PictureSweep } from './pictures.jobs.ts';
import { PicturesPublicController } from './pictures.public.controller.ts';
import { PicturesResidentController } from './pictures.resident.controller.ts';
import { Pictures } from './pictures.service.ts';
import { PicturesStaffController } from './pictures.staff.controller.ts';

@Module({
  controllers: [PicturesPublicController, PicturesResidentController, PicturesStaffController],
  providers: [PictureLinks, Pictures, PictureSweep],
  exports: [Pictures],
})
export class PicturesModule {}
