import type { PushTarget } from './content-check.ts';
import type { SentMessage } from './messages.ts';

/** How a call is made to fail: a code of WeChat's, an HTTP status, a connection cut off, or no answer at all. */
export type Failure = { errcode: number } | { status: number } | 'cut' | 'silence';

/**
 * What a test or the demo arranges behind WeChat's back. The same names work over HTTP:
 * `POST <url>/control/<name>` with the arguments as a JSON array answers `{ "result": … }`.
 */
export interface WechatControl {
  /** A code as `wx.login` gives it: one use, five minutes. */
  issueLoginCode(person: string): string;
  /** A code as the phone button gives it: one use, five minutes. */
  issuePhoneCode(person: string, phone: string): string;
  openidOf(person: string): string;
  /** From now on WeChat calls this person high-risk (40226). */
  markAtRisk(person: string): void;
  /** @param fields such as `['thing1', 'time2']` */
  defineTemplate(templateId: string, fields: readonly string[]): void;
  /** The person taps "allow" `times` times (default 1). */
  consent(person: string, templateId: string, times?: number): void;
  sentMessages(): SentMessage[];
  /** The next `times` (default 1) calls of `path` fail so. */
  failNext(path: string, failure: Failure, times?: number): void;
  revokeTokens(): void;
  tokensIssued(): number;
  /** How many requests came for each path, refused ones included. */
  callCounts(): Record<string, number>;
  /** Pushes the verdicts on all pictures that wait for one. @returns how many */
  pushMediaVerdicts(target: PushTarget): Promise<number>;
}
