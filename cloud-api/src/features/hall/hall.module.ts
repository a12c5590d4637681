import { Module } from '@nestjs/common';
import { HallPublicController } from './hall.public.controller.ts';
import { HallQueries } from './hall.queries.ts';
import { Halls } from './halls.ts';

@Module({ controllers: [HallPublicController], providers: [Halls, HallQueries], exports: [Halls] })
export class HallModule {}
