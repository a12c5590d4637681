import { Platform1763800000000 } from './1763800000000-platform.ts';
import { Hall1763800000010 } from './1763800000010-hall.ts';
import { Identity1763800000020 } from './1763800000020-identity.ts';
import { Pictures1763800000030 } from './1763800000030-pictures.ts';
import { Matters1763800000040 } from './1763800000040-matters.ts';
import { Enrolment1763800000050 } from './1763800000050-enrolment.ts';
import { Booking1763800000060 } from './1763800000060-booking.ts';
import { Queue1763800000070 } from './1763800000070-queue.ts';
import { Rating1763800000080 } from './1763800000080-rating.ts';
import { Notification1763800000090 } from './1763800000090-notification.ts';
import { DutyAndDeadlines1763800000100 } from './1763800000100-duty-and-deadlines.ts';
import { NotificationRoom1763800000110 } from './1763800000110-notification-room.ts';
import { StaffWechat1763800000120 } from './1763800000120-staff-wechat.ts';
import { Suggestion1763800000130 } from './1763800000130-suggestion.ts';
import { Enquiry1763800000140 } from './1763800000140-enquiry.ts';
import { RatingCase1763800000150 } from './1763800000150-rating-case.ts';
import { Activity1763800000160 } from './1763800000160-activity.ts';
import { Relays1763800000170 } from './1763800000170-relays.ts';
import { SuggestionLists1763800000180 } from './1763800000180-suggestion-lists.ts';
import { SuggestionGrams1763800000185 } from './1763800000185-suggestion-grams.ts';
import { EnquiryLists1763800000187 } from './1763800000187-enquiry-lists.ts';
import { RelayReminders1763800000190 } from './1763800000190-relay-reminders.ts';
import { EnquiryReview1763800000190 } from './1763800000190-enquiry-review.ts';
import { BoxMove1763800000200 } from './1763800000200-box-move.ts';
import { LedgerAndCommitments1763800000300 } from './1763800000300-ledger-and-commitments.ts';
import { Lights1763800000320 } from './1763800000320-lights.ts';
import { Star1763800000310 } from './1763800000310-star.ts';
import { Appraisal1763800000340 } from './1763800000340-appraisal.ts';
import { TimeDispute1763800000330 } from './1763800000330-time-dispute.ts';
import { DepartmentAppraisal1763800000360 } from './1763800000360-department-appraisal.ts';
import { HousePlans1763800000350 } from './1763800000350-house-plans.ts';
import { KeyRotations1763800000380 } from './1763800000380-key-rotations.ts';
import { MatterVersions1763800000370 } from './1763800000370-matter-versions.ts';
import { DisputeWithoutAccount1763800000390 } from './1763800000390-dispute-without-account.ts';
import { LedgerForTheSeal1763800000395 } from './1763800000395-ledger-for-the-seal.ts';

/** In the order in which they run. A migration that has been released is never edited. */
export const MIGRATIONS = [
  Platform1763800000000,
  Hall1763800000010,
  Identity1763800000020,
  Pictures1763800000030,
  Matters1763800000040,
  Enrolment1763800000050,
  Booking1763800000060,
  Queue1763800000070,
  Rating1763800000080,
  Notification1763800000090,
  DutyAndDeadlines1763800000100,
  NotificationRoom1763800000110,
  StaffWechat1763800000120,
  Suggestion1763800000130,
  Enquiry1763800000140,
  RatingCase1763800000150,
  Activity1763800000160,
  Relays1763800000170,
  SuggestionLists1763800000180,
  SuggestionGrams1763800000185,
  EnquiryLists1763800000187,
  RelayReminders1763800000190,
  EnquiryReview1763800000190,
  BoxMove1763800000200,
  LedgerAndCommitments1763800000300,
  Star1763800000310,
  Lights1763800000320,
  TimeDispute1763800000330,
  Appraisal1763800000340,
  HousePlans1763800000350,
  DepartmentAppraisal1763800000360,
  MatterVersions1763800000370,
  KeyRotations1763800000380,
  DisputeWithoutAccount1763800000390,
  LedgerForTheSeal1763800000395,
];
