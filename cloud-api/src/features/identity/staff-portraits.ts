import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { Pictures } from '../pictures/pictures.service.ts';
import type { FileVariant } from '../pictures/pictures.dto.ts';
import { Staff } from './staff.entity.ts';

/** Where anybody may look at the portrait of somebody who works here; null when there is none. */
export const portraitUrl = (staff: Pick<Staff, 'photoPictureId'>): string | null => staff.photoPictureId && `/api/public/portraits/${staff.photoPictureId}`;

/** The portraits that hang in the hall: public while their person works there, and gone with them. */
@Injectable()
export class StaffPortraits {
  constructor(
    private readonly dataSource: DataSource,
    private readonly pictures: Pictures,
  ) {}

  /** @throws NOT_FOUND for any picture that is not the portrait of an active member of staff */
  async show(pictureId: string, variant: FileVariant): Promise<Buffer> {
    if (!(await this.dataSource.manager.existsBy(Staff, { photoPictureId: pictureId, active: true }))) throw platformErrors.NOT_FOUND();
    return this.pictures.bytesOf(pictureId, variant);
  }
}
