import { Module } from '@nestjs/common';
import { DeadlinesModule } from '../deadlines/deadlines.module.ts';
import { DutyModule } from '../duty/duty.module.ts';
import { HallModule } from '../hall/hall.module.ts';
import { IdentityModule } from '../identity/identity.module.ts';
import { LedgerModule } from '../ledger/ledger.module.ts';
import { QueueModule } from '../queue/queue.module.ts';
import { AppraisalAnswers } from './appraisal-answers.service.ts';
import { AppraisalCount } from './appraisal-count.ts';
import { AppraisalDraw } from './appraisal-draw.ts';
import { AppraisalHandOn } from './appraisal-hand-on.ts';
import { AppraisalJobs } from './appraisal.jobs.ts';
import { AppraisalPeople } from './appraisal-people.ts';
import { AppraisalPublicController } from './appraisal.public.controller.ts';
import { AppraisalQueries } from './appraisal.queries.ts';
import { AppraisalResidentController } from './appraisal.resident.controller.ts';
import { AppraisalStaffController } from './appraisal.staff.controller.ts';
import { AppraisalsService } from './appraisals.service.ts';

/** A department is asked about by people nobody chose; what they said is nobody's. */
@Module({
  imports: [HallModule, IdentityModule, DutyModule, DeadlinesModule, QueueModule, LedgerModule],
  controllers: [AppraisalPublicController, AppraisalResidentController, AppraisalStaffController],
  providers: [AppraisalPeople, AppraisalsService, AppraisalDraw, AppraisalAnswers, AppraisalCount, AppraisalQueries, AppraisalHandOn, AppraisalJobs],
})
export class AppraisalModule {}
