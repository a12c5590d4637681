import { ChoiceField, FlagField, IdField, InstantField, IntField, ListField, ObjectField, TextField, TextListField } from '../../platform/http/fields.ts';
import { TICKET_CLASSES, type TicketClass } from '@hall/shared/queue/queue-settings';
import type { TicketState } from '@hall/shared/queue/ticket.moves';
import { VisitMatterView } from '../booking/booking.dto.ts';
import { TICKET_STATES, WINDOW_STATES, type WindowState } from './board.dto.ts';

export class WindowView {
  @IdField() id: string;
  @TextField() label: string;
  @ChoiceField(WINDOW_STATES) state: WindowState;
  @TextListField() skills: string[];
  @TextField({ nullable: true }) clerkName: string | null;
  @FlagField() mine: boolean;
}

export class WindowList {
  @ListField(() => WindowView) items: WindowView[];
}

export class QueueRowView {
  @IdField() id: string;
  @TextField() number: string;
  @ChoiceField(TICKET_CLASSES) cls: TicketClass;
  @TextField({ nullable: true }) maskedName: string | null;
  @TextListField() matterNames: string[];
  @FlagField() ready: boolean;
  /** Whether the clerk's window handles everything this visit is for. */
  @FlagField() forMyWindow: boolean;
  @InstantField() eligibleAt: number;
  @InstantField() dueAt: number;
  @ChoiceField(TICKET_STATES) state: TicketState;
  @IntField() waitedMinutes: number;
  @TextListField() actions: string[];
  @IntField() version: number;
}

export class DeskTicketView extends QueueRowView {
  @IntField() callCount: number;
  @IntField() recallsLeft: number;
  @InstantField({ nullable: true }) calledAt: number | null;
  @InstantField({ nullable: true }) servingSince: number | null;
  @IntField() clockLimitSeconds: number;
  @IntField({ description: 'on the clock at `serverTime`; it runs on only while serving' }) runningSeconds: number;
  @IntField() parkedSeconds: number;
  @TextField({ nullable: true }) bookingReference: string | null;
  @TextField({ nullable: true }) personMaskedCitizenId: string | null;
  @ListField(() => VisitMatterView) matters: VisitMatterView[];
}

export class DeskView {
  @ObjectField(() => WindowView, { nullable: true }) window: WindowView | null;
  @ObjectField(() => DeskTicketView, { nullable: true }) current: DeskTicketView | null;
  /** Whom the next call of this window fetches: not always the head of the line, which other windows serve too. */
  @ObjectField(() => QueueRowView, { nullable: true }) next: QueueRowView | null;
  @ListField(() => QueueRowView) queue: QueueRowView[];
  @ListField(() => QueueRowView) missed: QueueRowView[];
  @ListField(() => QueueRowView) parked: QueueRowView[];
  @IntField() servedToday: number;
  @IntField() boardVersion: number;
  @InstantField() serverTime: number;
  @FlagField() hallOpen: boolean;
}
