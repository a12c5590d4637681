const PLACES: Readonly<Record<string, (id: string) => string>> = {
  application: (id) => `/cases/${id}`,
  suggestion: (id) => `/suggestions/${id}`,
  'suggestion-plan': (id) => `/suggestion-plans/${id}`,
  'box-opening': () => '/suggestions/box',
  enquiry: (id) => `/enquiries/${id}`,
  rating: (id) => `/rating-cases/${id}`,
  relay: (id) => `/relays/${id}`,
  rights: (id) => `/rights/${id}`,
  appraisal: (id) => `/appraisals/${id}`,
  'fund-batch': () => '/funds',
  dispute: (id) => `/commitments?tab=disputes&dispute=${id}`,
};

/** The console's path of a thing something is owed for; null where the desk has no page for it. */
export const deskPlaceOf = (subjectKind: string, subjectId: string): string | null => (Object.hasOwn(PLACES, subjectKind) ? PLACES[subjectKind]!(subjectId) : null);
