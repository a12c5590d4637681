import { RIGHTS_ACTIONS, RIGHTS_STATE_LABELS, RIGHTS_TOPIC_CODES, RIGHTS_WAY_LABELS, RIGHTS_WORDS_LENGTH, RESIDENT_RIGHTS_ACTIONS, type RightsAction, type RightsState, type RightsTopic, type RightsWay } from '@hall/shared/relays/rights.moves';
import { ChoiceField, FlagField, IdField, InstantField, IntField, ListField, TextField, TextListField } from '../../platform/http/fields.ts';
import { DeadlineView } from '../deadlines/deadlines.dto.ts';

const STATES = Object.keys(RIGHTS_STATE_LABELS) as RightsState[];
const WAYS = Object.keys(RIGHTS_WAY_LABELS) as RightsWay[];

export class RightsStepView {
  @TextField() label: string;
  @TextField({ description: 'the person themselves, or who works on it' }) byName: string;
  @InstantField() at: number;
  @TextField({ nullable: true }) words: string | null;
  @FlagField({ description: 'staff see it, the person does not' }) internal: boolean;
}

export class RightsTopicView {
  @ChoiceField(RIGHTS_TOPIC_CODES) code: RightsTopic;
  @TextField() label: string;
}

/** A case as its person sees it. */
export class MyRightsView {
  @TextField() id: string;
  @TextField() number: string;
  @ChoiceField(RIGHTS_TOPIC_CODES) topic: RightsTopic;
  @TextField() topicLabel: string;
  @TextField() words: string;
  @ChoiceField(STATES) state: RightsState;
  @TextField() stateLabel: string;
  @TextField() nextStep: string;
  @TextField({ description: 'name and post of whoever works on it' }) ownerLine: string;
  @TextField() hallPhone: string;
  @InstantField() openedAt: number;
  @InstantField({ nullable: true, description: 'by when the next thing is owed' }) dueAt: number | null;
  @FlagField() overdue: boolean;
  @ListField(() => RightsStepView) steps: RightsStepView[];
  @TextListField() actions: RightsAction[];
  @IntField() version: number;
}

export class MyRightsList {
  @ListField(() => MyRightsView) items: MyRightsView[];
  @ListField(() => RightsTopicView) topics: RightsTopicView[];
  @FlagField({ description: 'the account has no name yet' }) nameNeeded: boolean;
  @TextField({ nullable: true, description: 'the telephone the hall would call' }) maskedPhone: string | null;
}

export class RightsRequest {
  @ChoiceField(RIGHTS_TOPIC_CODES) topic: RightsTopic;
  @TextField({ min: 1, max: RIGHTS_WORDS_LENGTH }) words: string;
  @TextField({ nullable: true, max: 30 }) name: string | null;
  @TextField({ nullable: true, max: 20 }) phone: string | null;
}

export class RightsResidentStep {
  @ChoiceField(RESIDENT_RIGHTS_ACTIONS) action: RightsAction;
  @TextField({ max: RIGHTS_WORDS_LENGTH, description: 'why not content; may be empty otherwise' }) words: string;
  @IntField({ min: 1 }) version: number;
}

/** One line of the list: nothing of what it is about. */
export class RightsRowView {
  @TextField() id: string;
  @TextField() number: string;
  @TextField() topicLabel: string;
  @TextField() maskedName: string;
  @TextField() ownerName: string;
  @TextField({ nullable: true }) actingName: string | null;
  @ChoiceField(STATES) state: RightsState;
  @TextField() stateLabel: string;
  @InstantField() openedAt: number;
  @InstantField({ nullable: true }) dueAt: number | null;
  @FlagField() overdue: boolean;
}

export class RightsRowList {
  @ListField(() => RightsRowView) items: RightsRowView[];
}

/** A case as its owner, the head and the leaders see it. */
export class StaffRightsView {
  @TextField() id: string;
  @TextField() number: string;
  @ChoiceField(WAYS) way: RightsWay;
  @TextField() wayLabel: string;
  @TextField({ nullable: true }) suggestionNumber: string | null;
  @TextField() topicLabel: string;
  @TextField() name: string;
  @TextField() phone: string;
  @TextField() words: string;
  @FlagField({ description: 'the person sees the progress on their phone' }) hasAccount: boolean;
  @TextField() ownerId: string;
  @TextField() ownerName: string;
  @TextField({ nullable: true }) actingName: string | null;
  @ChoiceField(STATES) state: RightsState;
  @TextField() stateLabel: string;
  @InstantField() openedAt: number;
  @ListField(() => DeadlineView) deadlines: DeadlineView[];
  @ListField(() => RightsStepView) steps: RightsStepView[];
  @TextListField() actions: RightsAction[];
  @FlagField() mayAssign: boolean;
  @IntField() version: number;
}

export class RightsOpen {
  @ChoiceField(RIGHTS_TOPIC_CODES) topic: RightsTopic;
  @TextField({ min: 1, max: RIGHTS_WORDS_LENGTH }) words: string;
  @TextField({ min: 1, max: 30 }) name: string;
  @TextField({ min: 1, max: 20 }) phone: string;
  @TextField({ nullable: true, max: 20, pattern: /^[\w-]*$/, description: 'when it grew out of a suggestion' }) suggestionNumber: string | null;
  @IdField({ nullable: true, description: 'null: the head of the department' }) ownerId: string | null;
}

/** What whoever opened it may know: that it is in good hands. */
export class RightsOpenedView {
  @TextField() id: string;
  @TextField() number: string;
  @TextField() ownerName: string;
  @FlagField({ description: 'the opener may read on' }) readable: boolean;
}

export class RightsStepInput {
  @ChoiceField([...RIGHTS_ACTIONS, 'note']) action: RightsAction | 'note';
  @TextField({ min: 1, max: RIGHTS_WORDS_LENGTH }) words: string;
  @IntField({ min: 1 }) version: number;
}

export class RightsAssign {
  @IdField() ownerId: string;
  @IntField({ min: 1 }) version: number;
}

export class RightsOwnerView {
  @TextField() id: string;
  @TextField() name: string;
  @TextField() post: string;
}

export class RightsOwnerList {
  @ListField(() => RightsOwnerView) items: RightsOwnerView[];
}
