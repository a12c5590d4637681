import { Module } from '@nestjs/common';
import { DeadlinesModule } from '../deadlines/deadlines.module.ts';
import { HallModule } from '../hall/hall.module.ts';
import { IdentityModule } from '../identity/identity.module.ts';
import { MattersModule } from '../matters/matters.module.ts';
import { PicturesModule } from '../pictures/pictures.module.ts';
import { BatchRows } from './batch-rows.ts';
import { BatchesService } from './batches.service.ts';
import { BatchesStaffController } from './batches.staff.controller.ts';
import { CaseClosing } from './case-closing.ts';
import { CaseContent } from './case-content.ts';
import { CaseDeadlines } from './case-deadlines.ts';
import { CaseEdits } from './case-edits.ts';
import { CaseFiles } from './case-files.ts';
import { CaseOpening } from './case-opening.ts';
import { CasePapers } from './case-papers.ts';
import { CaseSteps } from './case-steps.ts';
import { CaseSurroundings } from './case-surroundings.ts';
import { CaseQueries } from './case.queries.ts';
import { CaseStaffController } from './case.staff.controller.ts';
import { CaseViews } from './case.views.ts';
import { Cases } from './cases.ts';
import { DraftsService } from './drafts.service.ts';
import { EnrolmentJobs } from './enrolment.jobs.ts';
import { EnrolmentListeners } from './enrolment.listeners.ts';
import { EnrolmentResidentController } from './enrolment.resident.controller.ts';
import { LapseService } from './lapse.service.ts';
import { Notices } from './notices.ts';
import { ReviewService } from './review.service.ts';
import { ReviewStaffController } from './review.staff.controller.ts';
import { SubmissionService } from './submission.service.ts';
import { WindowService } from './window.service.ts';
import { WindowStaffController } from './window.staff.controller.ts';
import { CaseHandOn } from './case-hand-on.ts';

@Module({
  imports: [HallModule, DeadlinesModule, IdentityModule, PicturesModule, MattersModule],
  controllers: [EnrolmentResidentController, ReviewStaffController, CaseStaffController, WindowStaffController, BatchesStaffController],
  providers: [
    CaseContent, CaseDeadlines, CaseFiles, CaseViews, CaseSteps, CaseEdits, CaseOpening, CaseClosing, CaseSurroundings, CaseQueries, CasePapers, Notices, Cases,
    DraftsService, SubmissionService, ReviewService, WindowService, BatchRows, BatchesService, LapseService, EnrolmentJobs, EnrolmentListeners, CaseHandOn,
  ],
  exports: [Cases, CaseClosing, DraftsService, SubmissionService, ReviewService, WindowService, BatchesService],
})
export class EnrolmentModule {}
