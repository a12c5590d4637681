import { Module } from '@nestjs/common';
import { CalendarStaffController } from './calendar.staff.controller.ts';
import { CalendarYears } from './calendar-years.service.ts';
import { HallPublicController } from './hall.public.controller.ts';
import { HallQueries } from './hall.queries.ts';
import { Halls } from './halls.ts';

@Module({ controllers: [HallPublicController, CalendarStaffController], providers: [Halls, HallQueries, CalendarYears], exports: [Halls] })
export class HallModule {}
