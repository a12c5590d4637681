import type { Type } from '@nestjs/common';
import { ActivityModule } from './features/activity/activity.module.ts';
import { BookingModule } from './features/booking/booking.module.ts';
import { DeadlinesModule } from './features/deadlines/deadlines.module.ts';
import { DutyModule } from './features/duty/duty.module.ts';
import { EnquiryModule } from './features/enquiry/enquiry.module.ts';
import { HallModule } from './features/hall/hall.module.ts';
import { InsightModule } from './features/insight/insight.module.ts';
import { IdentityModule } from './features/identity/identity.module.ts';
import { EnrolmentModule } from './features/enrolment/enrolment.module.ts';
import { MattersModule } from './features/matters/matters.module.ts';
import { PicturesModule } from './features/pictures/pictures.module.ts';
import { NotificationModule } from './features/notification/notification.module.ts';
import { QueueModule } from './features/queue/queue.module.ts';
import { RatingModule } from './features/rating/rating.module.ts';
import { SuggestionModule } from './features/suggestion/suggestion.module.ts';
import { RelaysModule } from './features/relays/relays.module.ts';
import { CommitmentModule } from './features/commitment/commitment.module.ts';
import { LightsModule } from './features/lights/lights.module.ts';
import { LedgerModule } from './features/ledger/ledger.module.ts';
import { AssessmentModule } from './features/assessment/assessment.module.ts';
import { StarModule } from './features/star/star.module.ts';
import { AppraisalModule } from './features/appraisal/appraisal.module.ts';
import { SampleModule } from './sample/sample.module.ts';

/** The rooms of the house. */
export const FEATURES: Type[] = [
  HallModule,
  IdentityModule,
  PicturesModule,
  DutyModule,
  DeadlinesModule,
  MattersModule,
  EnrolmentModule,
  BookingModule,
  QueueModule,
  RatingModule,
  SuggestionModule,
  EnquiryModule,
  InsightModule,
  ActivityModule,
  RelaysModule,
  LedgerModule,
  CommitmentModule,
  StarModule,
  AssessmentModule,
  AppraisalModule,
  LightsModule,
  NotificationModule,
  SampleModule,
];
