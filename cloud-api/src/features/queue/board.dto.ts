import { OPEN_STATES, type OpenState } from '@hall/shared/calendar/opening.rules';
import { ChoiceField, FlagField, InstantField, IntField, ListField, ObjectField, TextField } from '../../platform/http/fields.ts';
import { ClassWaitView } from '../hall/hall.dto.ts';
import { TICKET_STATE_LABELS, type TicketState } from '@hall/shared/queue/ticket.moves';

export const TICKET_STATES = Object.keys(TICKET_STATE_LABELS) as TicketState[];
export const WINDOW_STATES = ['closed', 'open', 'paused', 'serving'] as const;
export type WindowState = (typeof WINDOW_STATES)[number];

export class BoardCallView {
  @TextField() number: string;
  @TextField() windowLabel: string;
  @TextField({ nullable: true }) maskedName: string | null;
  @InstantField() calledAt: number;
  @IntField() callCount: number;
  @ChoiceField(TICKET_STATES) state: TicketState;
}

export class BoardWindowView {
  @TextField() id: string;
  @TextField() label: string;
  @ChoiceField(WINDOW_STATES) state: WindowState;
  @TextField({ nullable: true }) number: string | null;
}

export class BoardView {
  @TextField() hallId: string;
  @TextField() hallName: string;
  @TextField() day: string;
  @IntField({ description: 'grows with every change; a client drops what is not newer than what it shows' }) version: number;
  @ChoiceField(OPEN_STATES) openState: OpenState;
  @ListField(() => BoardCallView) calls: BoardCallView[];
  @ListField(() => ClassWaitView) waiting: ClassWaitView[];
  @ListField(() => BoardWindowView) windows: BoardWindowView[];
  @TextField() motto: string;
  @TextField() smile: string;
  @TextField({ nullable: true, description: 'name and post' }) dutyLeader: string | null;
  @TextField({ nullable: true }) dutyPhotoUrl: string | null;
  @FlagField() demo: boolean;
  @InstantField() serverTime: number;
}

/** What the paired hall screen shows beside the board: the code that proves a person stands in the hall. */
export class CheckInCodeView {
  @TextField({ max: 500 }) url: string;
  @TextField() digits: string;
  @InstantField() validUntil: number;
}

export class ScreenView {
  @ObjectField(() => BoardView) board: BoardView;
  @ObjectField(() => CheckInCodeView) checkIn: CheckInCodeView;
}
