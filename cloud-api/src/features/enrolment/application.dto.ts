import { APPLICATION_STATE_LABELS, type ApplicationState } from '@hall/shared/enrolment/application.moves';
import { ChoiceField, DayField, FlagField, InstantField, IntField, ListField, ObjectField, TextField, TextListField } from '../../platform/http/fields.ts';
import { FieldError } from '../../platform/http/problem.dto.ts';
import { EnrolmentAnswers } from './answers.dto.ts';

export const APPLICATION_STATES = Object.keys(APPLICATION_STATE_LABELS) as ApplicationState[];

export class PictureView {
  @TextField() id: string;
  @IntField() pageNumber: number;
  @ChoiceField(['kept', 'marked']) state: 'kept' | 'marked';
  @IntField() width: number;
  @IntField() height: number;
  @IntField() bytes: number;
  @InstantField() uploadedAt: number;
}

export class MarkView {
  @TextField() id: string;
  @TextField({ description: '`field:<name>`, `picture:<id>` or `material:<code>`' }) target: string;
  @TextField() targetLabel: string;
  @TextField() reasonCode: string;
  @TextField() sentence: string;
  @FlagField() fixed: boolean;
}

export class ApplicationMaterialView {
  @TextField() code: string;
  @TextField() label: string;
  @FlagField() required: boolean;
  @TextField() legalBasis: string;
  @TextField() guidance: string;
  @FlagField() deferrable: boolean;
  @IntField() minPictures: number;
  @IntField() maxPictures: number;
  @TextListField({ description: 'what each picture shows, in the order they are taken; empty where one says it all' }) pages: string[];
  @ListField(() => PictureView) pictures: PictureView[];
  @FlagField() originalSeen: boolean;
}

export class AssessmentView {
  @TextField() profileId: string;
  @TextField() profileName: string;
  @FlagField() example: boolean;
  @IntField() year: number;
  @IntField() tierYuan: number;
  @IntField() subsidyYuan: number;
  @IntField() governmentPaysYuan: number;
  @IntField() residentPaysYuan: number;
  @TextField({ nullable: true }) specialGroup: string | null;
  @TextListField() lines: string[];
  @TextField() disclaimer: string;
}

export class TimelineView {
  @InstantField() at: number;
  @TextField() state: string;
  @TextField() label: string;
  @TextField({ nullable: true }) by: string | null;
  @TextField({ nullable: true }) note: string | null;
}

export class DerivedView {
  @DayField({ nullable: true }) birthDay: string | null;
  @ChoiceField(['male', 'female'], { nullable: true }) sex: 'male' | 'female' | null;
  @IntField({ nullable: true }) age: number | null;
}

export class ApplicationCardView {
  @TextField() id: string;
  @TextField() caseNumber: string;
  @TextField() matterId: string;
  @TextField() matterName: string;
  @TextField({ description: 'the relative or the account it is about' }) personId: string;
  @TextField() maskedName: string;
  @TextField() relationLabel: string;
  @ChoiceField(APPLICATION_STATES) state: ApplicationState;
  @TextField() stateLabel: string;
  @TextField() nextStep: string;
  @InstantField() updatedAt: number;
  @DayField({ nullable: true }) lapsesOn: string | null;
  @TextListField() actions: string[];
  @IntField() version: number;
}

export class ApplicationCardList {
  @ListField(() => ApplicationCardView) items: ApplicationCardView[];
}

export class ApplicationView extends ApplicationCardView {
  @ObjectField(() => EnrolmentAnswers) answers: EnrolmentAnswers;
  @ObjectField(() => DerivedView) derived: DerivedView;
  @ListField(() => FieldError) problems: FieldError[];
  @ObjectField(() => AssessmentView, { nullable: true }) assessment: AssessmentView | null;
  @ListField(() => ApplicationMaterialView) materials: ApplicationMaterialView[];
  @ListField(() => MarkView) marks: MarkView[];
  @TextListField({ description: 'targets that may be changed now' }) editable: string[];
  @ListField(() => TimelineView) timeline: TimelineView[];
  @InstantField() savedAt: number;
  @TextField({ nullable: true }) noticeNumber: string | null;
  @FlagField() consentNeeded: boolean;
}

export class NoticeItemView {
  @TextField() label: string;
  @TextField() sentence: string;
}

export class OnceOnlyNoticeView {
  @TextField() number: string;
  @TextField() caseNumber: string;
  @TextField() personName: string;
  @TextField() matterName: string;
  @InstantField() issuedAt: number;
  @DayField({ nullable: true }) deadline: string | null;
  @ListField(() => NoticeItemView) items: NoticeItemView[];
  @TextField() contact: string;
  @TextField() hallName: string;
}
