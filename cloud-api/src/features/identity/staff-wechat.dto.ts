import { ChoiceField, FlagField, IdField, InstantField, IntField, ListField, TextField } from '../../platform/http/fields.ts';

/** User name, both factors and the code of `wx.login`, in one step. */
export class StaffWechatBinding {
  @TextField({ min: 1, max: 40 }) userName: string;
  @TextField({ min: 1, max: 200 }) password: string;
  @TextField({ min: 6, max: 6, pattern: /^\d{6}$/ }) secondFactor: string;
  @TextField({ min: 1, max: 200, description: 'of wx.login' }) code: string;
}

export class StaffWechatSignIn {
  @TextField({ min: 1, max: 200, description: 'of wx.login' }) code: string;
}

export class StepUpInput {
  @TextField({ min: 6, max: 6, pattern: /^\d{6}$/ }) code: string;
}

export class StepUpView {
  @InstantField({ description: 'until when this session counts as having just given the second factor' }) until: number;
}

export class StaffAccountView {
  @TextField() userName: string;
  @InstantField({ nullable: true }) wechatBoundAt: number | null;
  @TextField({ nullable: true }) maskedPhone: string | null;
  @FlagField() hasSecondFactor: boolean;
}

export class StaffPhoneInput {
  @TextField({ max: 30, nullable: true, description: 'null: no text messages' }) phone: string | null;
}

export class WechatBindingView {
  @IdField() staffId: string;
  @TextField() name: string;
  @TextField() post: string;
  @InstantField() boundAt: number;
}

export class WechatBindingList {
  @ListField(() => WechatBindingView) items: WechatBindingView[];
}

export class ScanSignInView {
  @TextField({ description: 'goes into the code; good once, for two minutes' }) scene: string;
  @TextField({ description: 'stays in this browser; asks for the state and claims the session' }) secret: string;
  @InstantField() expiresAt: number;
  @IntField({ description: 'the same as a length, for a computer whose clock is wrong' }) livesSeconds: number;
  @TextField({ nullable: true, max: 400_000, description: 'WeChat\'s own code as a data URL; null where there is no WeChat' }) picture: string | null;
  @TextField({ nullable: true, description: 'demo only: a path of the H5 mini-program that does the same' }) link: string | null;
}

export class ScanStateView {
  @ChoiceField(['waiting', 'looked', 'confirmed', 'refused', 'over']) state: 'waiting' | 'looked' | 'confirmed' | 'refused' | 'over';
}

export class ScanClaim {
  @TextField({ min: 16, max: 100 }) secret: string;
}

export class ScanLookView {
  @TextField() browser: string;
  @TextField({ description: 'the network address, its second half hidden' }) place: string;
  @InstantField() askedAt: number;
  @InstantField() expiresAt: number;
  @TextField({ description: 'who will be signed in' }) staffName: string;
}

