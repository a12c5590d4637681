import { defineEvent } from '../../platform/events/event-kind.ts';

export interface ShiftTold {
  shiftId: string;
  hallId: string;
  day: string;
  leaderId: string;
}

export const dutyBegun = defineEvent<ShiftTold & { staffId: string }>('duty.begun');
export const dutyHandedOver = defineEvent<ShiftTold & { staffId: string }>('duty.handed-over');
/** Nobody began the shift that day. */
export const dutyMissed = defineEvent<ShiftTold>('duty.missed');
export const dutyAbsenceRecorded = defineEvent<{ absenceId: string; hallId: string; staffId: string; substituteId: string | null; fromDay: string; toDay: string }>('duty.absence-recorded');
