import type { Who } from './doors.ts';

/** The doors of department appraisals. None of them chooses who is asked, ends one early, or tells a single answer. */
export const WHO_MAY_FOR_APPRAISALS: Readonly<Record<string, Who>> = {
  'GET /api/public/appraisals': 'anyone',
  'GET /api/public/appraisals/:id': 'anyone',
  'GET /api/resident/appraisals/:id': 'resident',
  'POST /api/resident/appraisals/:id/answer': 'resident',
  'GET /api/staff/appraisals': 'staff',
  'GET /api/staff/appraisals/departments': 'appraisal.open',
  'POST /api/staff/appraisals': 'appraisal.open',
  'GET /api/staff/appraisals/:id': 'staff',
  // Whoever owes it, or acts for them.
  'POST /api/staff/appraisals/:id/rectify': 'staff',
};
