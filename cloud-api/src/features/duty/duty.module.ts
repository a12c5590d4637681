import { Module } from '@nestjs/common';
import { HallModule } from '../hall/hall.module.ts';
import { IdentityModule } from '../identity/identity.module.ts';
import { PicturesModule } from '../pictures/pictures.module.ts';
import { DutyRoster } from './duty-roster.ts';

/** Who leads the hall each day, and who acts for whom. */
@Module({
  imports: [HallModule, IdentityModule, PicturesModule],
  providers: [DutyRoster],
  exports: [DutyRoster],
})
export class DutyModule {}
