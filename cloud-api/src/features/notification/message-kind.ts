import type { RecipientKind } from './message.entity.ts';
import type { TemplateCode, TemplateFact } from './templates.ts';

/** Facts a message may name: a matter, a time, a window. Never a person's name, number or phone. */
export type Facts = Readonly<Record<string, string>>;

/** What is filled into a template: each of its facts, or those this message has. */
type Filling<T extends TemplateCode> = (facts: Facts) => Partial<Record<TemplateFact<T>, string | undefined>>;
export type WechatWords = { [T in TemplateCode]: { template: T; say: Filling<T> } }[TemplateCode];

/** Everything the hall has to say about one kind of event, in one place. */
export interface MessageWords {
  for: RecipientKind;
  /** At most 60 characters. */
  title: string;
  /** At most 300 characters. */
  body: string | ((facts: Facts) => string);
  /** Where it leads: a page of the mini-program for residents, a path of the console for staff. @param id of what happened to what */
  link: (id: string) => string;
  /** `now` goes out at night too. */
  urgency: 'now' | 'normal';
  /** Milliseconds after which sending it helps nobody any more; the inbox keeps it all the same. */
  staleAfter: number;
  wechat?: WechatWords;
  /** Only for what must reach somebody: sent when WeChat did not. Holds nothing personal. */
  sms?: (facts: Facts) => string;
  /** One SMS a day and person about the same thing, however often it changes: its words must hold for whatever comes later that day. */
  smsOnceADay?: true;
}
