import { OPEN_STATES, type OpenState } from '@hall/shared/calendar/opening.rules';
import { ENQUIRY_STATE_LABELS, type EnquiryAction, type EnquiryState } from '@hall/shared/enquiry/enquiry.moves';
import { ENQUIRY_LIMITS, type EnquiryAddressee } from '@hall/shared/enquiry/enquiry.rules';
import { ChoiceField, DayField, FlagField, IdField, InstantField, IntField, ListField, ObjectField, TextField, TextListField } from '../../platform/http/fields.ts';

export const ENQUIRY_STATES = Object.keys(ENQUIRY_STATE_LABELS) as EnquiryState[];
export const ADDRESSEES: readonly EnquiryAddressee[] = ['leader', 'section'];
/** Signs are counted by the rule; a sign may take several places here. */
const QUESTION = { max: ENQUIRY_LIMITS.most * 4 };

export class ContactPersonView {
  @TextField() name: string;
  @TextField() post: string;
  @TextField({ nullable: true }) photoUrl: string | null;
  @TextField({ nullable: true, description: 'whom they act for, who is away' }) inNameOf: string | null;
}

export class SectionContactView {
  @IdField() departmentId: string;
  @TextField() name: string;
  @TextField() phone: string;
  @ObjectField(() => ContactPersonView, { nullable: true, description: 'who heads the section, or acts for them today' }) person: ContactPersonView | null;
}

export class OtherContactView {
  @IdField({ description: 'of its entry in the public guide' }) id: string;
  @TextField() name: string;
  @TextField() phone: string;
  @TextField({ description: 'how its entry begins' }) note: string;
}

export class EnquiryContactsView {
  @DayField() day: string;
  @TextField() hallName: string;
  @TextField() hallPhone: string;
  @ChoiceField(OPEN_STATES) openState: OpenState;
  @ObjectField(() => ContactPersonView, { nullable: true, description: 'who leads the hall today; null on a day without a shift' }) leader: ContactPersonView | null;
  @ListField(() => SectionContactView) sections: SectionContactView[];
  @ListField(() => OtherContactView, { description: 'whom else to call, out of the public guide' }) others: OtherContactView[];
}

export class EnquiryPictureView {
  @IdField() pictureId: string;
  @IntField() width: number;
  @IntField() height: number;
}

export class EnquiryStepView {
  @TextField({ description: 'ask, take, offer, accept, decline, take-back, answer, correct, tell, confirm, ask-again, withdraw' }) kind: string;
  @TextField() label: string;
  @InstantField() at: number;
  @FlagField({ description: 'by whoever asked, not by the hall' }) byAsker: boolean;
  @TextField({ nullable: true, description: 'name and post; null for whoever asked' }) by: string | null;
  @TextField({ nullable: true, description: 'name of the colleague who is away and whose work it is' }) inNameOf: string | null;
  @TextField({ nullable: true, description: 'whom a transfer was offered to' }) to: string | null;
  @TextField({ nullable: true, description: 'what was asked, answered, or given as the reason' }) words: string | null;
}

export class EnquiryDueView {
  @InstantField({ nullable: true, description: 'null while its clock stands still or the calendar is awaited' }) dueAt: number | null;
  @TextField() stateLabel: string;
  @FlagField() overdue: boolean;
  @IntField({ description: 'working days past the due day' }) daysLate: number;
  @TextField() basis: string;
  @TextField({ nullable: true, description: 'how much longer it was given, and why' }) extension: string | null;
}

export class EnquiryCardView {
  @IdField() id: string;
  @TextField() number: string;
  @ChoiceField(ENQUIRY_STATES) state: EnquiryState;
  @TextField() stateLabel: string;
  @ChoiceField(ADDRESSEES) addressee: EnquiryAddressee;
  @TextField({ description: 'the section, or the leader on duty' }) addresseeLabel: string;
  @TextField() excerpt: string;
  @InstantField() askedAt: number;
  @InstantField() changedAt: number;
  @TextField({ nullable: true, description: 'name of whoever it is with' }) ownerName: string | null;
  @ObjectField(() => EnquiryDueView, { nullable: true, description: 'null when the hall owes nothing' }) due: EnquiryDueView | null;
  @IntField() pictureCount: number;
  @IntField() version: number;
}

export class EnquiryCardList {
  @ListField(() => EnquiryCardView) items: EnquiryCardView[];
}

export class EnquiryView extends EnquiryCardView {
  @TextField({ description: 'what happens next, in a sentence' }) nextStep: string;
  @TextField() text: string;
  @TextField({ nullable: true, description: 'post of whoever it is with' }) ownerPost: string | null;
  @TextField({ nullable: true, description: 'who acts for the owner just now' }) actingName: string | null;
  @TextField({ nullable: true, description: 'to whom it is offered while nobody has accepted' }) offeredTo: string | null;
  @TextField() callPhone: string;
  @ListField(() => EnquiryPictureView) pictures: EnquiryPictureView[];
  @ListField(() => EnquiryStepView, { description: 'the oldest first' }) steps: EnquiryStepView[];
  @TextListField({ description: 'what may be done now' }) actions: EnquiryAction[];
}

export class AskEnquiry {
  @ChoiceField(ADDRESSEES) addressee: EnquiryAddressee;
  @IdField({ nullable: true, description: 'the section; null for the leader on duty' }) departmentId: string | null;
  @TextField(QUESTION) text: string;
  @TextListField({ max: 9, maxLength: 64, description: 'of POST …/enquiry-pictures' }) pictureIds: string[];
}

export class EnquiryMove {
  @IntField({ min: 1 }) version: number;
}

export class AskEnquiryAgain extends EnquiryMove {
  @TextField(QUESTION) text: string;
}
