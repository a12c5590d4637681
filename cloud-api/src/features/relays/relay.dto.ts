import { ROLE_LABELS, type StaffRole } from '@hall/shared/identity/permissions';
import { RECEIPT_STATE_LABELS, RELAY_LINK_LENGTH, RELAY_TITLE_LENGTH, RELAY_WORDS_LENGTH, type ReceiptState } from '@hall/shared/relays/relay.moves';
import { ChoiceField, DayField, FlagField, InstantField, IntField, ListField, NumberField, ObjectField, TextField, TextListField } from '../../platform/http/fields.ts';

const RECEIPT_STATES = Object.keys(RECEIPT_STATE_LABELS) as ReceiptState[];
const ROLES = Object.keys(ROLE_LABELS) as StaffRole[];

export class RelayReceiptView {
  @TextField() staffId: string;
  @TextField() name: string;
  @TextField() departmentName: string;
  @TextField({ nullable: true, description: 'who acts for this person today' }) actingName: string | null;
  @ChoiceField(RECEIPT_STATES) state: ReceiptState;
  @TextField() stateLabel: string;
  @InstantField({ nullable: true }) dueAt: number | null;
  @FlagField() overdue: boolean;
  @InstantField({ nullable: true }) acknowledgedAt: number | null;
  @TextField({ nullable: true, description: 'when somebody else did it in this name' }) acknowledgedByName: string | null;
  @DayField({ nullable: true, description: 'the last day they were reminded' }) remindedOn: string | null;
}

/** A message as one of its readers sees it. */
export class RelayView {
  @TextField() id: string;
  @TextField() title: string;
  @TextField() words: string;
  @TextField({ nullable: true }) link: string | null;
  @TextField() sentByName: string;
  @InstantField() sentAt: number;
  @FlagField() withdrawn: boolean;
  @FlagField({ description: 'the reader, or somebody they act for, still owes its receipt' }) mine: boolean;
  @InstantField({ nullable: true, description: 'by when the reader must acknowledge' }) dueAt: number | null;
  @FlagField() overdue: boolean;
  @IntField() recipients: number;
  @IntField() acknowledged: number;
  @FlagField() mayWithdraw: boolean;
  @IntField({ description: 'how many the reader may remind now: they owe their receipt and were not reminded today' }) remindable: number;
  @ListField(() => RelayReceiptView, { description: 'who has and who has not; for whoever may send' }) receipts: RelayReceiptView[];
  @IntField() version: number;
}

export class RelayList {
  @ListField(() => RelayView) items: RelayView[];
  @IntField({ description: 'messages whose receipt is in the reader’s hands' }) owed: number;
}

export class RelayPersonView {
  @TextField() id: string;
  @TextField() name: string;
  @TextField() post: string;
  @TextField({ nullable: true }) departmentId: string | null;
  @TextListField() roles: StaffRole[];
}

export class RelayGroupView {
  @TextField() id: string;
  @TextField() label: string;
  @IntField() people: number;
}

export class RelayAddressBookView {
  @ListField(() => RelayGroupView) departments: RelayGroupView[];
  @ListField(() => RelayGroupView) roles: RelayGroupView[];
  @ListField(() => RelayPersonView) people: RelayPersonView[];
}

export class RelayInput {
  @TextField({ min: 1, max: RELAY_TITLE_LENGTH }) title: string;
  @TextField({ min: 1, max: RELAY_WORDS_LENGTH }) words: string;
  @TextField({ nullable: true, max: RELAY_LINK_LENGTH }) link: string | null;
  @TextListField({ max: 50, maxLength: 64 }) departmentIds: string[];
  @TextListField({ max: ROLES.length, maxLength: 30 }) roles: string[];
  @TextListField({ max: 300, maxLength: 64 }) staffIds: string[];
}

export class RelayWithdraw {
  @IntField({ min: 1 }) version: number;
}

export class TimelyFigureView {
  @IntField({ description: 'how many were due' }) n: number;
  @IntField() inTime: number;
  @NumberField({ nullable: true, description: '0 to 1; null while nothing was due' }) rate: number | null;
}

/** 三个及时: everything whose day has come since the first of January. */
export class TimelinessView {
  @TextField({ description: 'YYYY-MM-DD' }) since: string;
  @InstantField() asOf: number;
  @ObjectField(() => TimelyFigureView) relays: TimelyFigureView;
  @ObjectField(() => TimelyFigureView) rights: TimelyFigureView;
  @ObjectField(() => TimelyFigureView) funds: TimelyFigureView;
}
