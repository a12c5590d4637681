/** The one file of a feature its neighbours may ask, below cloud-api/src/features. */
export const PUBLIC_FILE = {
  hall: 'hall/halls.ts',
  pictures: 'pictures/pictures.service.ts',
  matters: 'matters/matters.ts',
  identity: 'identity/people.ts',
  duty: 'duty/duty-roster.ts',
  deadlines: 'deadlines/deadlines.ts',
  enrolment: 'enrolment/cases.ts',
  booking: 'booking/visits.ts',
  queue: 'queue/queue-tickets.ts',
  activity: 'activity/activities.ts',
  rating: 'rating/ratings.ts',
  ledger: 'ledger/ledger.ts',
  commitment: 'commitment/commitments.ts',
  star: 'star/stars.ts',
  assessment: 'assessment/assessments.ts',
} as const satisfies Record<string, string>;

type Feature = keyof typeof PUBLIC_FILE;

/**
 * The short list of who may ask whom inside the server; it has no circle, a test looks. A feature not named here
 * talks to others by events alone. A neighbour is asked through its public file, its door list and its views.
 */
export const NEIGHBOURS: Record<string, readonly Feature[]> = {
  identity: ['hall', 'pictures'],
  matters: ['hall', 'identity'],
  duty: ['hall', 'identity'],
  deadlines: ['hall', 'identity', 'duty'],
  enrolment: ['hall', 'identity', 'matters', 'pictures', 'deadlines'],
  booking: ['hall', 'identity', 'matters', 'pictures', 'enrolment'],
  queue: ['hall', 'identity', 'matters', 'enrolment', 'booking'],
  rating: ['hall', 'identity', 'duty', 'deadlines', 'matters', 'queue', 'ledger'],
  enquiry: ['hall', 'identity', 'pictures', 'duty', 'deadlines'],
  suggestion: ['hall', 'identity', 'pictures', 'duty', 'deadlines'],
  insight: ['hall', 'deadlines', 'queue', 'rating', 'commitment'],
  activity: ['hall', 'identity', 'pictures'],
  relays: ['hall', 'identity', 'duty', 'deadlines'],
  ledger: ['hall'],
  commitment: ['hall', 'identity', 'deadlines', 'queue', 'rating', 'ledger'],
  star: ['hall', 'identity', 'queue', 'ledger', 'commitment'],
  assessment: ['hall', 'identity', 'ledger', 'commitment'],
  appraisal: ['hall', 'identity', 'duty', 'deadlines', 'queue', 'ledger'],
  lights: ['hall', 'identity', 'pictures', 'matters', 'ledger', 'commitment', 'star'],
  notification: ['hall', 'identity', 'deadlines', 'enrolment', 'booking', 'queue', 'activity'],
};
