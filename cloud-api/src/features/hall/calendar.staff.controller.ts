import { Body, Controller, Get, Header, HttpCode, Param, ParseIntPipe, Post, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentActor, ForStaff } from '../../platform/auth/access.ts';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { CalendarYears } from './calendar-years.service.ts';
import { CalendarPreviewView, CalendarYearList, CalendarYearRequest, CalendarYearView } from './calendar.dto.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@ApiTags('calendar')
@Controller('staff/calendar-years')
export class CalendarStaffController {
  constructor(private readonly years: CalendarYears) {}

  @Get()
  @ForStaff(null)
  @ApiOkResponse({ type: CalendarYearList })
  list(): Promise<CalendarYearList> {
    return this.years.list();
  }

  @Get(':year')
  @ForStaff(null)
  @ApiOkResponse({ type: CalendarYearView })
  one(@Param('year', ParseIntPipe) year: number): Promise<CalendarYearView> {
    return this.years.one(year);
  }

  @Get(':year/list.xlsx')
  @ForStaff('calendar.edit')
  @Header('cache-control', 'no-store')
  @ApiProduces(XLSX)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async sheet(@Param('year', ParseIntPipe) year: number): Promise<StreamableFile> {
    return new StreamableFile(await this.years.sheet(year), { type: XLSX, disposition: `attachment; filename="calendar-${year}.xlsx"` });
  }

  @Post('preview')
  @HttpCode(200)
  @ForStaff('calendar.edit')
  @ApiOkResponse({ type: CalendarPreviewView })
  preview(@Body() request: CalendarYearRequest): Promise<CalendarPreviewView> {
    return this.years.preview(request);
  }

  @Post()
  @HttpCode(200)
  @ForStaff('calendar.edit')
  @ApiOkResponse({ type: CalendarPreviewView })
  load(@CurrentActor() actor: StaffActor, @Body() request: CalendarYearRequest): Promise<CalendarPreviewView> {
    return this.years.load(actor, request);
  }
}
