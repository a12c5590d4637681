import { Booking, Place, Slot, VisitMatter } from './features/booking/booking.entity.ts';
import { BookingClosure, BookingPattern, BookingPlan } from './features/booking/plan.entity.ts';
import { Department, Hall, HallSetting, HallWindow } from './features/hall/hall.entity.ts';
import { Consent, OneTimeCode, Relative, Resident, ResidentIdentity } from './features/identity/resident.entity.ts';
import { Device, Staff, StaffGrant } from './features/identity/staff.entity.ts';
import { AuditEntry, CalendarDay, CalendarYear, EventDelivery, IdempotencyRecord, JobLease, OutboxEvent, Session } from './platform/persistence/platform.entities.ts';

/** Every table of the house. A test holds this list against the migrations on both engines. */
export const ENTITIES = [
  AuditEntry, OutboxEvent, EventDelivery, IdempotencyRecord, JobLease, Session, CalendarDay, CalendarYear,
  Hall, Department, HallWindow, HallSetting,
  Resident, ResidentIdentity, Consent, Relative, OneTimeCode, Staff, StaffGrant, Device,
  Slot, Place, Booking, VisitMatter, BookingPlan, BookingPattern, BookingClosure,
];
