import { APPRAISAL_DAYS, APPRAISAL_QUESTION_KEYS, INVITED, MOST_QUESTIONS, RECTIFICATION_LENGTH } from '@hall/shared/appraisal/appraisal.rules';
import { ChoiceField, DayField, FlagField, IdField, IntField, LevelField, ListField, ObjectField, TextField, TextListField } from '../../platform/http/fields.ts';

export class AppraisalHallQuery {
  @IdField({ optional: true, description: 'the first hall when left out' }) hallId?: string;
}

export class AppraisalOpenInput {
  @IdField() departmentId: string;
  @TextListField({ max: MOST_QUESTIONS, maxLength: 20, description: 'keys of the catalogue' }) questions: string[];
  @IntField({ min: APPRAISAL_DAYS.least, max: APPRAISAL_DAYS.most, description: 'days after today; the last one counts' }) days: number;
  @IntField({ min: INVITED.least, max: INVITED.most, description: 'how many are drawn; all, where fewer came' }) invite: number;
}

export class AppraisalRectifyInput {
  @TextField({ min: RECTIFICATION_LENGTH.least, max: RECTIFICATION_LENGTH.most, description: 'everybody reads it, for good' }) text: string;
  @IntField({ min: 1 }) version: number;
}

export class AppraisalLevelInput {
  @ChoiceField(APPRAISAL_QUESTION_KEYS) question: string;
  @LevelField() level: number;
}

export class AppraisalAnswerInput {
  @ListField(() => AppraisalLevelInput, { max: MOST_QUESTIONS }) levels: AppraisalLevelInput[];
  @TextField({ min: 32, max: 64, pattern: /^[0-9a-f]+$/, description: 'random, made and kept on the phone: the same one again is the same answer' }) nonce: string;
}

export class AppraisalThanksView {
  @TextField() thanks: string;
}

export class AppraisalQuestionView {
  @TextField() key: string;
  @TextField() title: string;
  @TextField({ description: 'the question as it is asked' }) ask: string;
}

/** How many chose one of the levels `from` to `to`; never fewer than five. */
export class AppraisalBandView {
  @LevelField() from: number;
  @LevelField() to: number;
  @TextField() label: string;
  @IntField() count: number;
}

export class AppraisalFigureView {
  @TextField() question: string;
  @TextField() title: string;
  @ListField(() => AppraisalBandView, { max: 5, description: 'the best first' }) bands: AppraisalBandView[];
  @TextField({ nullable: true, description: 'the share of 基本满意 and above, or a bound of it; null below ten answers' }) good: string | null;
}

export class AppraisalRectificationView {
  @ChoiceField(['owed', 'overdue', 'published']) state: 'owed' | 'overdue' | 'published';
  @TextField() stateLabel: string;
  @DayField({ nullable: true, description: 'null while the calendar cannot tell' }) dueOn: string | null;
  @TextField({ nullable: true, description: 'what the department changes' }) text: string | null;
  @DayField({ nullable: true }) publishedOn: string | null;
  @FlagField({ description: 'published after its day' }) late: boolean;
}

/** An appraisal as everybody may see it: without a result while it runs. */
export class AppraisalView {
  @TextField() id: string;
  @TextField({ description: 'how the ledger calls it' }) code: string;
  @TextField() departmentId: string;
  @TextField() departmentName: string;
  @ChoiceField(['opened', 'asking', 'counted', 'rectified', 'ended']) state: 'opened' | 'asking' | 'counted' | 'rectified' | 'ended';
  @TextField() stateLabel: string;
  @DayField() openedOn: string;
  @DayField({ description: 'the last day on which it is answered' }) closesOn: string;
  @IntField({ description: 'how many could be drawn' }) population: number;
  @IntField({ nullable: true, description: 'how many were drawn; null before' }) invited: number | null;
  @IntField({ nullable: true, description: 'null before the end, and below five' }) answers: number | null;
  @TextField({ description: 'where it stands, in one sentence' }) sentence: string;
  @ListField(() => AppraisalQuestionView, { max: MOST_QUESTIONS }) questions: AppraisalQuestionView[];
  @ListField(() => AppraisalFigureView, { max: MOST_QUESTIONS, description: 'empty without a result' }) figures: AppraisalFigureView[];
  @ObjectField(() => AppraisalRectificationView, { nullable: true, description: 'null without a result' }) rectification: AppraisalRectificationView | null;
}

export class AppraisalList {
  @ListField(() => AppraisalView) items: AppraisalView[];
}

export class AppraisalChoiceView {
  @TextField() code: string;
  @TextField() label: string;
}

/** An appraisal as whoever was perhaps drawn sees it. */
export class AppraisalStandingView {
  @ObjectField(() => AppraisalView) appraisal: AppraisalView;
  @ListField(() => AppraisalChoiceView, { max: 5, description: 'the best first' }) levels: AppraisalChoiceView[];
  @FlagField() mayAnswer: boolean;
  @FlagField() answered: boolean;
  @TextField({ nullable: true, description: 'why not, and what to do' }) why: string | null;
  @TextField({ nullable: true, description: 'the code of that reason' }) whyCode: string | null;
  @TextField({ nullable: true, description: 'how the ledger calls this person in this draw; null for whoever could not be drawn, and after the end' }) token: string | null;
}

export class StaffAppraisalView extends AppraisalView {
  @IntField({ nullable: true, description: 'how many have answered, in steps of five; null below five, and for whoever may not open one' }) answered: number | null;
  @TextField() openedByName: string;
  @TextField({ nullable: true, description: 'who owes what the department changes' }) ownerName: string | null;
  @TextListField() actions: string[];
  @IntField() version: number;
}

export class StaffAppraisalList {
  @ListField(() => StaffAppraisalView) items: StaffAppraisalView[];
}

/** A department one could be opened for. */
export class AppraisalDepartmentView {
  @TextField() id: string;
  @TextField() name: string;
  @IntField({ description: 'verified people it served in the last thirty days' }) people: number;
  @FlagField() running: boolean;
}

export class AppraisalDepartmentList {
  @ListField(() => AppraisalDepartmentView) items: AppraisalDepartmentView[];
}
