import { ChoiceField, DayField, FlagField, InstantField, IntField, ListField, ObjectField, TextField, TextListField } from '../../platform/http/fields.ts';

export class SessionView {
  @TextField() token: string;
  @InstantField() expiresAt: number;
  @TextField({ description: 'empty when this session cannot be renewed' }) renewalToken: string;
  @InstantField() renewalExpiresAt: number;
  @TextField({ description: 'whose session it is' }) accountId: string;
}

export class WechatSignIn {
  @TextField({ min: 1, max: 200 }) code: string;
}

export class PhoneCodeRequest {
  @TextField({ min: 1, max: 30 }) phone: string;
}

export class PhoneCodeSentView {
  @FlagField() sent: boolean;
  @IntField() retryAfterSeconds: number;
}

export class PhoneSignIn {
  @TextField({ min: 1, max: 30 }) phone: string;
  @TextField({ min: 4, max: 8, pattern: /^\d{4,8}$/ }) code: string;
}

export class RenewSession {
  @TextField({ min: 1, max: 200 }) renewalToken: string;
}

export class ConsentView {
  @ChoiceField(['privacy-notice', 'sensitive-data']) kind: 'privacy-notice' | 'sensitive-data';
  @TextField() version: string;
  @FlagField({ description: 'agreed to the present wording and not withdrawn' }) current: boolean;
  @InstantField({ nullable: true }) givenAt: number | null;
  @InstantField({ nullable: true }) withdrawnAt: number | null;
}

export class ConsentList {
  @ListField(() => ConsentView) items: ConsentView[];
}

export class NoticeView {
  @ChoiceField(['privacy-notice', 'sensitive-data']) kind: 'privacy-notice' | 'sensitive-data';
  @TextField() version: string;
  @TextField() title: string;
  @DayField() effectiveFrom: string;
  @TextListField() paragraphs: string[];
}

export class NoticeList {
  @ListField(() => NoticeView) items: NoticeView[];
}

export class MeView {
  @TextField() id: string;
  @ChoiceField(['wechat', 'phone', 'declared', 'verified']) assurance: 'wechat' | 'phone' | 'declared' | 'verified';
  @TextField({ nullable: true }) maskedName: string | null;
  @TextField({ nullable: true }) maskedPhone: string | null;
  @TextField({ nullable: true }) maskedCitizenId: string | null;
  @FlagField() elderMode: boolean;
  @ListField(() => ConsentView) consents: ConsentView[];
  @FlagField() demo: boolean;
}

export class PreferencesInput {
  @FlagField() elderMode: boolean;
}

export class PhoneFillInput {
  @TextField({ min: 1, max: 200, description: 'the code of the WeChat phone button' }) code: string;
}

export class DeclarationInput {
  @TextField({ min: 1, max: 40 }) name: string;
  @TextField({ min: 1, max: 30 }) citizenId: string;
}

export class ConsentInput {
  @ChoiceField(['privacy-notice', 'sensitive-data']) kind: 'privacy-notice' | 'sensitive-data';
  @TextField({ min: 1, max: 20 }) version: string;
}

export class ConsentWithdrawal {
  @ChoiceField(['privacy-notice', 'sensitive-data']) kind: 'privacy-notice' | 'sensitive-data';
}

export class AuthorityView {
  @ChoiceField(['none', 'uploaded', 'checked']) state: 'none' | 'uploaded' | 'checked';
  @TextField({ nullable: true }) pictureId: string | null;
  @TextField({ nullable: true }) validUntil: string | null;
}

export class RelativeView {
  @TextField() id: string;
  @TextField() relation: string;
  @TextField() relationLabel: string;
  @TextField() maskedName: string;
  @TextField() maskedCitizenId: string;
  @IntField() age: number;
  @ObjectField(() => AuthorityView) authority: AuthorityView;
  @IntField() version: number;
}

export class RelativeList {
  @ListField(() => RelativeView) items: RelativeView[];
}

export class RelativeInput {
  @ChoiceField(['spouse', 'father', 'mother', 'child', 'sibling', 'grandparent', 'grandchild', 'other']) relation: string;
  @TextField({ min: 1, max: 40 }) name: string;
  @TextField({ min: 1, max: 30 }) citizenId: string;
  @DayField({ optional: true }) validUntil?: string;
}

export class DoneView {
  @FlagField() done: boolean;
}

export class StaffSignIn {
  @TextField({ min: 1, max: 40 }) userName: string;
  @TextField({ min: 1, max: 200 }) password: string;
}

export class SecondFactorInput {
  @TextField({ min: 1, max: 400 }) challenge: string;
  @TextField({ min: 6, max: 6, pattern: /^\d{6}$/ }) code: string;
}

export class UnlockInput {
  @TextField({ min: 1, max: 200 }) password: string;
}

export class StaffEnrolmentView {
  @TextField({ description: 'base32, for whoever cannot scan' }) secret: string;
  @TextField({ description: '`otpauth://`, shown as a code to scan' }) uri: string;
}

export class StaffEnrolmentInput {
  @TextField({ min: 1, max: 400 }) challenge: string;
  @TextField({ min: 1, max: 200, description: 'one\'s own from now on' }) password: string;
  @TextField({ min: 6, max: 6, pattern: /^\d{6}$/ }) code: string;
}

export class StaffSignInView {
  @ChoiceField(['signed-in', 'second-factor', 'enrol']) state: 'signed-in' | 'second-factor' | 'enrol';
  @ObjectField(() => SessionView, { nullable: true }) session: SessionView | null;
  @TextField({ nullable: true }) challenge: string | null;
  @ObjectField(() => StaffEnrolmentView, { nullable: true, description: 'for the first sign-in' }) enrolment: StaffEnrolmentView | null;
}

export class StaffMeView {
  @TextField() id: string;
  @TextField() name: string;
  @TextField() badgeNumber: string;
  @TextField() post: string;
  @TextField() departmentName: string;
  @TextField({ nullable: true }) photoUrl: string | null;
  @TextListField() permissions: string[];
  @TextField() hallId: string;
  @TextField() hallName: string;
  @TextField({ nullable: true }) windowId: string | null;
  @TextField() motto: string;
  @TextField() smile: string;
  @TextField({ nullable: true, description: 'name and post' }) dutyLeader: string | null;
  @TextField({ nullable: true }) dutyPhotoUrl: string | null;
  @FlagField() demo: boolean;
  @IntField({ description: 'the console locks after this long without a touch' }) idleLockSeconds: number;
}

export class PairingInput {
  @ChoiceField(['screen']) kind: 'screen';
  @TextField({ min: 1, max: 40 }) name: string;
}

export class DeviceNameInput {
  @TextField({ min: 1, max: 40 }) name: string;
}

export class PairingCodeView {
  @TextField() deviceId: string;
  @TextField() code: string;
  @InstantField() expiresAt: number;
}

export class PairDevice {
  @TextField({ min: 8, max: 8, pattern: /^\d{8}$/ }) code: string;
}

export class PairedDeviceView {
  @TextField() token: string;
  @TextField() deviceId: string;
  @ChoiceField(['screen']) kind: 'screen';
}

export class DeviceView {
  @TextField() id: string;
  @TextField() kind: string;
  @TextField() name: string;
  @ChoiceField(['waiting', 'paired', 'revoked']) state: 'waiting' | 'paired' | 'revoked';
  @InstantField({ nullable: true }) pairedAt: number | null;
}

export class DeviceList {
  @ListField(() => DeviceView) items: DeviceView[];
}
