import { Module } from '@nestjs/common';
import { HallModule } from '../hall/hall.module.ts';
import { MattersPublicController } from './matters.public.controller.ts';
import { MattersQueries } from './matters.queries.ts';
import { MattersSeed } from './matters.seed.ts';
import { MattersService } from './matters.service.ts';
import { MattersStaffController } from './matters.staff.controller.ts';
import { Matters } from './matters.ts';
import { PolicyQueries } from './policy.queries.ts';

@Module({ imports: [HallModule], controllers: [MattersPublicController, MattersStaffController], providers: [Matters, MattersQueries, PolicyQueries, MattersService, MattersSeed], exports: [Matters] })
export class MattersModule {}
