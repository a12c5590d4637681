import type { ApplicationCardView, ApplicationView, BookingView, MatterCardView, RelativeView, SlotView, TicketView } from '@hall/shared/api/views';

const AT = Date.parse('2026-11-23T01:00:00Z');

export const aTicket = (part: Partial<TicketView> = {}): TicketView => ({
  id: 't1', number: 'A012', cls: 'booked', classLabel: '预约号', state: 'waiting', stateLabel: '等候中', windowLabel: null, ahead: 4, estimate: { lowMinutes: 10, highMinutes: 15, stepOutUntil: AT + 600_000 },
  eligibleAt: AT, calledAt: null, servingSince: null, servedAt: null, callCount: 0, recallsLeft: 3, bookingId: null, matters: [], sentence: '请留意叫号。', ratingInvitationId: null, actions: ['leave'], version: 1, serverTime: AT, ...part,
});

export const aBooking = (part: Partial<BookingView> = {}): BookingView => ({
  id: 'b1', reference: 'Y7K2M9', state: 'booked', stateLabel: '已预约', kind: 'regular', day: '2026-11-24', from: '09:00', to: '09:30', hallName: '大厅', hallAddress: '一楼', heldUntil: null, matters: [], contactPhoneMasked: null, qr: 'x',
  arriveFrom: AT, lateAfter: AT + 1_800_000, ticketId: null, provisional: false, bring: [], sentence: '', actions: [], version: 1, ...part,
});

export const aCase = (part: Partial<ApplicationCardView> = {}): ApplicationCardView => ({
  id: 'a1', caseNumber: '420606-2026-000001', matterId: 'enrolment', matterName: '居民养老保险参保', personId: 'me', maskedName: '王*英', relationLabel: '本人', state: 'draft', stateLabel: '填写中', nextStep: '', updatedAt: AT, lapsesOn: null, actions: [], version: 1, ...part,
});

export const anApplication = (part: Partial<ApplicationView> = {}): ApplicationView => ({
  ...aCase(), answers: {}, derived: { birthDay: null, sex: null, age: null }, problems: [], assessment: null, materials: [], marks: [], editable: [], timeline: [], savedAt: AT, noticeNumber: null, consentNeeded: false, ...part,
});

export const aMatter = (part: Partial<MatterCardView> = {}): MatterCardView => ({ id: 'change', name: '信息变更', summary: '', prefill: false, statutoryLimit: '', promisedLimit: '', minutesReady: 5, minutesNotReady: 10, ...part });

export const aRelative = (part: Partial<RelativeView> = {}): RelativeView => ({ id: 'r1', relation: 'mother', relationLabel: '母亲', maskedName: '李*兰', maskedCitizenId: '420***********0023', age: 76, authority: { state: 'none', pictureId: null, validUntil: null }, version: 1, ...part });

export const aSlot = (part: Partial<SlotView> = {}): SlotView => ({ id: 's1', day: '2026-11-24', from: '09:00', to: '09:30', kind: 'regular', free: 3, offered: true, reason: null, ...part });
