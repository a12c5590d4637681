import type { Who } from './doors.ts';

/** The doors of what is owed. Everybody sees what they owe themselves; the rest takes deadline.read, which the route asks for by the scope. */
export const WHO_MAY_FOR_DEADLINES: Readonly<Record<string, Who>> = {
  'GET /api/staff/deadlines': 'staff',
  'GET /api/staff/deadlines/list.xlsx': 'deadline.read',
  'POST /api/staff/deadlines/:id/extend': 'deadline.extend',
  'POST /api/staff/deadlines/:id/pause': 'deadline.extend',
  'POST /api/staff/deadlines/:id/resume': 'deadline.extend',
  // A head, for the own department alone: the feature's own tests say whose.
  'GET /api/staff/deadlines/:id/takers': 'deadline.hand-on',
  'POST /api/staff/deadlines/:id/hand-on': 'deadline.hand-on',
  'GET /api/staff/deadline-rules': 'deadline.read',
  'PUT /api/staff/deadline-rules/:code': 'deadline.extend',
};
