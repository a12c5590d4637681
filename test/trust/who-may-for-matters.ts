import type { Who } from './doors.ts';

/** The doors of those who keep what everybody is told: matters, policies and years as sheets. */
export const WHO_MAY_FOR_MATTERS: Readonly<Record<string, Who>> = {
  'GET /api/staff/matters': 'guide.edit',
  'POST /api/staff/matters': 'guide.edit',
  'GET /api/staff/matters/:id': 'guide.edit',
  'GET /api/staff/matters/:id/versions/:number': 'guide.edit',
  'POST /api/staff/matters/:id/versions/:number/withdraw': 'guide.edit',
  'POST /api/staff/matters/:id/draft': 'guide.edit',
  'PUT /api/staff/matters/:id/draft': 'guide.edit',
  'POST /api/staff/matters/:id/draft/drop': 'guide.edit',
  'POST /api/staff/matters/:id/draft/preview': 'guide.edit',
  'POST /api/staff/matters/:id/draft/publish': 'guide.edit',
  'GET /api/staff/matters/:id/materials/list.xlsx': 'guide.edit',
  'POST /api/staff/matters/:id/materials/import': 'guide.edit',
  'GET /api/staff/policy-profiles/:profileId/list.xlsx': 'policy.edit',
  'GET /api/staff/calendar-years/:year/list.xlsx': 'calendar.edit',
};

/** Matters are the bureau's, a year is everybody's: what they name belongs to no person and no hall. */
export const EVERYBODYS_MATTERS = Object.keys(WHO_MAY_FOR_MATTERS).filter((door) => door.includes(':'));
