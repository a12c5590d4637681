import { Module } from '@nestjs/common';
import { DeadlinesModule } from '../deadlines/deadlines.module.ts';
import { DutyModule } from '../duty/duty.module.ts';
import { HallModule } from '../hall/hall.module.ts';
import { IdentityModule } from '../identity/identity.module.ts';
import { PicturesModule } from '../pictures/pictures.module.ts';
import { AnsweringService } from './answering.service.ts';
import { AskingService } from './asking.service.ts';
import { EnquiryPeople } from './enquiry-people.ts';
import { EnquiryRecords } from './enquiry-records.ts';
import { EnquiryReviews } from './enquiry-review.service.ts';
import { EnquiryJobs } from './enquiry.jobs.ts';
import { EnquiryListeners } from './enquiry.listeners.ts';
import { EnquiryPublicController } from './enquiry.public.controller.ts';
import { EnquiryQueries } from './enquiry.queries.ts';
import { EnquiryResidentController } from './enquiry.resident.controller.ts';
import { EnquiryStaffController } from './enquiry.staff.controller.ts';
import { EnquiryViews } from './enquiry.views.ts';
import { GuideProposals } from './guide-proposals.ts';
import { GuideShelf } from './guide-shelf.ts';
import { GuidePublicController } from './guide.public.controller.ts';
import { GuideQueries } from './guide.queries.ts';
import { GuideService } from './guide.service.ts';
import { GuideStaffController } from './guide.staff.controller.ts';
import { StaffEnquiryQueries } from './staff-enquiry.queries.ts';
import { EnquiryTemplates } from './templates.service.ts';
import { EnquiryTemplatesStaffController } from './templates.staff.controller.ts';
import { TransferService } from './transfer.service.ts';
import { EnquiryHandOn } from './enquiry-hand-on.ts';

/** Questions 咨询台 and the public guide 便民栏 that grows out of their answers. */
@Module({
  imports: [HallModule, IdentityModule, PicturesModule, DutyModule, DeadlinesModule],
  controllers: [EnquiryPublicController, EnquiryResidentController, EnquiryStaffController, EnquiryTemplatesStaffController, GuidePublicController, GuideStaffController],
  providers: [EnquiryPeople, EnquiryRecords, EnquiryReviews, EnquiryViews, EnquiryQueries, StaffEnquiryQueries, AskingService, AnsweringService, TransferService, EnquiryHandOn, EnquiryTemplates, GuideShelf, GuideService, GuideQueries, GuideProposals, EnquiryListeners, EnquiryJobs],
})
export class EnquiryModule {}
