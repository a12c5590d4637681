import type { ApplicationMaterialView, StaffCaseView } from '@hall/shared/api/views';

/** Builds cases for tests: a ready enrolment of a synthetic resident, changed where a test says so. */
export const aMaterial = (code: string, change: Partial<ApplicationMaterialView> = {}): ApplicationMaterialView => ({
  code, label: `材料 ${code}`, required: true, legalBasis: '依据', guidance: '', deferrable: false, originalSeen: false, minPictures: 1, maxPictures: 5, pages: [],
  pictures: [{ id: `${code}-1`, pageNumber: 1, state: 'kept', width: 1200, height: 800, bytes: 1000, uploadedAt: 0 }], ...change,
});

export const aCase = (change: Partial<StaffCaseView> = {}): StaffCaseView => ({
  id: 'a1', caseNumber: 'FC20261122-0001', matterId: 'enrolment', matterName: '参保登记', personId: 'p1', maskedName: '王*英', relationLabel: '本人', state: 'ready', stateLabel: '材料已齐', nextStep: '', updatedAt: 0, lapsesOn: null, actions: ['handle'], version: 3,
  answers: { name: '王秀英', ethnicGroup: '01', householdArea: 'a', isStudent: false, tierYuan: 500, assessmentYear: 2026 }, derived: { birthDay: '1990-01-01', sex: 'male', age: 36 },
  problems: [], assessment: null, materials: [aMaterial('card'), aMaterial('register')], marks: [], editable: [], timeline: [], savedAt: 0, noticeNumber: null, consentNeeded: false,
  personName: '王秀英', maskedCitizenId: '420***********1239', maskedPhone: '138****0001', maskedBankCard: null, claimedBy: null, claimedByMe: false, claimExpiresAt: null, draftMarks: [], lateTargets: [], round: 1,
  identityVerified: false, agentName: null, authority: null, booking: null, ratingSlipCode: null, batchId: null, rejection: null, ...change,
});
