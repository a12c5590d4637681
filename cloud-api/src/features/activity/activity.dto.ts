import { ACTIVITY_PLACE_LENGTH, ACTIVITY_TITLE_LENGTH, ACTIVITY_WORDS_LENGTH, MOST_PLACES } from '@hall/shared/activity/activity.rules';
import { ACTIVITY_STATE_LABELS, type ActivityAction, type ActivityState } from '@hall/shared/activity/activity.moves';
import { SIGN_UP_STATE_LABELS, type ResidentOffer, type SignUpState } from '@hall/shared/activity/sign-up.moves';
import { ChoiceField, FlagField, InstantField, IntField, LevelField, ListField, NumberField, ObjectField, TextField, TextListField } from '../../platform/http/fields.ts';

const STATES = Object.keys(ACTIVITY_STATE_LABELS) as ActivityState[];
const SIGN_UP_STATES = Object.keys(SIGN_UP_STATE_LABELS) as SignUpState[];

export class ActivitySatisfactionView {
  @IntField({ description: 'how many rated' }) n: number;
  @NumberField({ nullable: true, description: '1 to 5; null below five ratings, and while it can still be rated' }) average: number | null;
  @NumberField({ nullable: true, description: '0 to 1, levels 3 and up; null likewise' }) satisfiedRate: number | null;
}

/** What everybody may know of an activity. */
export class ActivityView {
  @TextField() id: string;
  @TextField() title: string;
  @TextField() words: string;
  @TextField() place: string;
  @TextField() hallName: string;
  @TextField({ nullable: true }) pictureUrl: string | null;
  @InstantField() startsAt: number;
  @InstantField() endsAt: number;
  @InstantField() signUpClosesAt: number;
  @IntField() capacity: number;
  @IntField({ description: 'places nobody has yet' }) free: number;
  @IntField({ description: 'people who wait for a place' }) waiting: number;
  @ChoiceField(STATES) state: ActivityState;
  @TextField() stateLabel: string;
  @TextField({ nullable: true }) cancelReason: string | null;
  @FlagField() signUpOpen: boolean;
  @ObjectField(() => ActivitySatisfactionView) satisfaction: ActivitySatisfactionView;
}

export class ActivityList {
  @ListField(() => ActivityView) items: ActivityView[];
}

/** A resident's own sign-up. */
export class ActivitySignUpView {
  @TextField() id: string;
  @TextField({ description: 'what the QR code at the door says' }) reference: string;
  @TextField() maskedName: string;
  @ChoiceField(SIGN_UP_STATES) state: SignUpState;
  @TextField() stateLabel: string;
  @IntField({ nullable: true, description: 'how many wait before this one; null with a place' }) ahead: number | null;
  @FlagField() rated: boolean;
  @TextListField() actions: ResidentOffer[];
  @IntField() version: number;
}

export class MyActivityView {
  @ObjectField(() => ActivityView) activity: ActivityView;
  @ObjectField(() => ActivitySignUpView, { nullable: true }) signUp: ActivitySignUpView | null;
  @FlagField({ description: 'the account has no name yet: whoever signs up says one' }) nameNeeded: boolean;
  @TextField({ nullable: true, description: 'why one cannot sign up now; null when one can' }) refusal: string | null;
}

export class MyActivityList {
  @ListField(() => MyActivityView) items: MyActivityView[];
}

export class SignUpInput {
  @TextField({ nullable: true, max: 30, description: 'only while the account has no name' }) name: string | null;
}

export class SignUpCancel {
  @IntField({ min: 1 }) version: number;
}

export class SignUpAttend {
  @TextField({ min: 6, max: 80, description: "the token of the door's QR code, or its six digits" }) code: string;
}

export class ActivityRatingInput {
  @LevelField() level: number;
}

export class ActivityThanksView {
  @TextField() thanks: string;
}

/** What staff see of an activity. */
export class StaffActivityView extends ActivityView {
  @TextField() createdByName: string;
  @IntField() signedUp: number;
  @IntField() attended: number;
  @FlagField() mayEdit: boolean;
  @FlagField({ description: 'names may be added and ticked' }) doorOpen: boolean;
  @TextListField() actions: ActivityAction[];
  @InstantField() ratingEndsAt: number;
  @IntField() version: number;
}

export class StaffActivityList {
  @ListField(() => StaffActivityView) items: StaffActivityView[];
}

export class ActivityInput {
  @TextField({ min: 1, max: ACTIVITY_TITLE_LENGTH }) title: string;
  @TextField({ min: 1, max: ACTIVITY_WORDS_LENGTH }) words: string;
  @TextField({ min: 1, max: ACTIVITY_PLACE_LENGTH }) place: string;
  @InstantField() startsAt: number;
  @InstantField() endsAt: number;
  @InstantField() signUpClosesAt: number;
  @IntField({ min: 1, max: MOST_PLACES }) capacity: number;
}

export class ActivityChange extends ActivityInput {
  @IntField({ min: 1 }) version: number;
}

export class ActivityMove {
  @IntField({ min: 1 }) version: number;
}

export class ActivityCancel {
  @IntField({ min: 1 }) version: number;
  @TextField({ max: 100, description: 'those signed up read it; a draft needs none' }) reason: string;
}

export class DoorSignUpView {
  @TextField() id: string;
  @TextField() reference: string;
  @TextField({ description: 'in full: people are ticked by it' }) name: string;
  @FlagField({ description: 'written down by staff' }) byHand: boolean;
  @FlagField({ description: 'a telephone is known, and shown one by one' }) hasPhone: boolean;
  @ChoiceField(SIGN_UP_STATES) state: SignUpState;
  @TextField() stateLabel: string;
  @InstantField() signedUpAt: number;
  @InstantField({ nullable: true }) attendedAt: number | null;
  @TextListField() actions: ('attend' | 'undo' | 'cancel')[];
  @IntField() version: number;
}

export class DoorList {
  @ListField(() => DoorSignUpView) items: DoorSignUpView[];
}

export class DoorSignUpInput {
  @TextField({ min: 1, max: 30 }) name: string;
  @TextField({ nullable: true, max: 20 }) phone: string | null;
}

export class DoorStep {
  @IntField({ min: 1 }) version: number;
}

export class DoorPhoneView {
  @TextField({ nullable: true }) phone: string | null;
}

export class ActivityCodeView {
  @TextField() url: string;
  @TextField() digits: string;
  @InstantField() validUntil: number;
}
