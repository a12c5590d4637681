import type { DisputeState } from '@hall/shared/commitment/commitment.moves';
import { ChoiceField, DayField, FlagField, InstantField, IntField, ListField, ObjectField, TextField, TextListField } from '../../platform/http/fields.ts';
import { DeadlineView } from '../deadlines/deadlines.dto.ts';

const STATES: readonly DisputeState[] = ['raised', 'upheld', 'explained'];

export class RecordedStepView {
  @TextField() event: string;
  @TextField() label: string;
  @InstantField() at: number;
}

export class ParkedView {
  @InstantField() from: number;
  @InstantField({ nullable: true }) to: number | null;
}

export class TicketDisputeView {
  @ChoiceField(STATES) state: DisputeState;
  @TextField() stateLabel: string;
  @InstantField() raisedAt: number;
  @InstantField({ nullable: true, description: 'by when it is to be answered; null once it is, or when that cannot be told yet' }) dueAt: number | null;
  @TextField({ nullable: true, description: 'what they wrote themselves' }) words: string | null;
  @InstantField({ nullable: true }) answeredAt: number | null;
  @TextField({ nullable: true }) answer: string | null;
}

export class VisitProofStepView {
  @ChoiceField(['left', 'right']) side: 'left' | 'right';
  @TextField() hash: string;
}

export class VisitProofSealView {
  @DayField() day: string;
  @TextField({ description: 'the number of the ticket' }) number: string;
}

export class VisitProofCheckpointView {
  @DayField() day: string;
  @TextField() shortCode: string;
  @TextField() root: string;
}

/** Where a visit stands in the public ledger, with all that shows it. The salt is its holder's alone. */
export class VisitProofView {
  @IntField({ description: 'the number of the entry' }) seq: number;
  @TextField({ description: 'the entry as it stands there' }) line: string;
  @TextField() salt: string;
  @ObjectField(() => VisitProofSealView) sealed: VisitProofSealView;
  @ObjectField(() => VisitProofCheckpointView, { nullable: true, description: 'null until the day is sealed, at night' }) checkpoint: VisitProofCheckpointView | null;
  @ListField(() => VisitProofStepView) steps: VisitProofStepView[];
}

/** What was written down of a visit, as the ledger has it. */
export class TicketRecordView {
  @TextField() ticketId: string;
  @TextField() number: string;
  @DayField() day: string;
  @ListField(() => RecordedStepView, { description: 'the oldest first' }) steps: RecordedStepView[];
  @ListField(() => ParkedView, { description: 'put aside, and not counted' }) parked: ParkedView[];
  @IntField({ nullable: true, description: 'from the call to the end, what was put aside left out' }) serviceSeconds: number | null;
  @IntField() parkedSeconds: number;
  @FlagField() mayDispute: boolean;
  @ObjectField(() => TicketDisputeView, { nullable: true }) dispute: TicketDisputeView | null;
  @ObjectField(() => VisitProofView, { nullable: true }) proof: VisitProofView | null;
}

export class DisputeInput {
  @TextField({ max: 300, description: 'may be empty' }) words: string;
}

/** What stands on the paper, and what the person says. */
export class DeskDisputeInput {
  @DayField({ description: 'of the visit' }) day: string;
  @TextField({ max: 8, pattern: /^[A-Za-z]\d{1,6}$/, description: 'of the ticket' }) number: string;
  @TextField({ max: 300, description: 'may be empty' }) words: string;
}

/** One that was taken down at the desk, for whoever tells the person what became of it. */
export class DeskDisputeView {
  @TextField() id: string;
  @TextField() number: string;
  @DayField() day: string;
  @TextField() stateLabel: string;
  @TextField() recordedBy: string;
  @InstantField() raisedAt: number;
  @InstantField({ nullable: true, description: 'by when it is to be answered; null when that cannot be told yet' }) dueAt: number | null;
  @TextField({ nullable: true }) answer: string | null;
}

export class DeskDisputeList {
  @ListField(() => DeskDisputeView, { description: 'the newest first' }) items: DeskDisputeView[];
}

export class StaffDisputeView {
  @TextField() id: string;
  @TextField() ticketId: string;
  @TextField() number: string;
  @DayField() day: string;
  @TextField({ nullable: true }) windowLabel: string | null;
  @TextField({ nullable: true }) staffName: string | null;
  @ChoiceField(STATES) state: DisputeState;
  @TextField() stateLabel: string;
  @InstantField() raisedAt: number;
  @TextField({ description: 'how it came: by account, by slip, or taken down at the desk' }) wayLabel: string;
  @ObjectField(() => DeadlineView, { nullable: true }) deadline: DeadlineView | null;
  @TextField({ nullable: true }) answeredBy: string | null;
  @InstantField({ nullable: true }) answeredAt: number | null;
  @TextListField() actions: string[];
  @IntField() version: number;
}

export class StaffDisputeList {
  @ListField(() => StaffDisputeView) items: StaffDisputeView[];
}

export class OpenedDisputeView extends StaffDisputeView {
  @TextField({ nullable: true, description: 'what was written; null when nothing was, or when the reader served the visit' }) words: string | null;
  @TextField({ nullable: true }) answer: string | null;
  @ListField(() => RecordedStepView) steps: RecordedStepView[];
  @ListField(() => ParkedView) parked: ParkedView[];
  @IntField({ nullable: true }) serviceSeconds: number | null;
  @IntField() parkedSeconds: number;
  @IntField({ description: 'times of this visit that count in a figure and could be left out' }) counted: number;
}

export class DisputeAnswerInput {
  @ChoiceField(['upheld', 'explained']) outcome: 'upheld' | 'explained';
  @TextField({ min: 4, max: 300, description: 'for the resident' }) words: string;
  @FlagField({ description: 'when upheld: propose to leave its times out, which a second person decides' }) exclude: boolean;
  @IntField({ min: 1 }) version: number;
}

/** One visit for those who look behind a figure. */
export class VisitLookView {
  @TextField() ticketId: string;
  @TextField() number: string;
  @DayField() day: string;
  @ListField(() => RecordedStepView) steps: RecordedStepView[];
  @ListField(() => ParkedView) parked: ParkedView[];
  @IntField({ nullable: true }) serviceSeconds: number | null;
  @IntField() parkedSeconds: number;
  @TextField({ nullable: true }) windowLabel: string | null;
  @TextField({ nullable: true }) staffName: string | null;
  @TextListField() matterNames: string[];
  @TextField() stateLabel: string;
  @TextField({ nullable: true, description: 'of a dispute, if there is one' }) disputeLabel: string | null;
}
