import { Module } from '@nestjs/common';
import { CalendarStaffController } from './calendar.staff.controller.ts';
import { CalendarYears } from './calendar-years.service.ts';
import { HallPublicController } from './hall.public.controller.ts';
import { HallQueries } from './hall.queries.ts';
import { Halls } from './halls.ts';
import { DepartmentPlans } from './department.plans.ts';
import { HallFactsPlans } from './hall-facts.plans.ts';
import { HouseJobs } from './house.jobs.ts';
import { HousePlanQueries } from './house-plan.queries.ts';
import { HousePlans } from './house-plans.ts';
import { HouseRegistry } from './house.registry.ts';
import { HouseSheets } from './house-sheets.ts';
import { HouseStaffController } from './house.staff.controller.ts';
import { SettingPlans } from './setting.plans.ts';
import { SettingsStaffController } from './settings.staff.controller.ts';
import { WindowPlans } from './window.plans.ts';

@Module({
  controllers: [HallPublicController, CalendarStaffController, HouseStaffController, SettingsStaffController],
  providers: [Halls, HallQueries, CalendarYears, HouseRegistry, HousePlanQueries, HousePlans, HouseSheets, DepartmentPlans, WindowPlans, HallFactsPlans, SettingPlans, HouseJobs],
  exports: [Halls],
})
export class HallModule {}
