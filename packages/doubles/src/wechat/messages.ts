import { accept, refuse, textIn } from './answer.ts';
import type { Answer, Asked } from './answer.ts';
import type { Persons } from './persons.ts';

export interface SentMessage { openid: string; templateId: string; data: Record<string, string>; page: string | null; state: string; at: number }

/** What each kind of field may hold. */
const FIELD_RULES: Record<string, RegExp> = {
  thing: /^.{1,20}$/su, number: /^[\d.]{1,32}$/, letter: /^[A-Za-z]{1,32}$/, symbol: /^.{1,5}$/su, character_string: /^[\x20-\x7e]{1,32}$/,
  phrase: /^\p{Script=Han}{1,5}$/u, name: /^(\p{Script=Han}{1,10}|[\x20-\x7e]{1,20})$/u, phone_number: /^[\d+\- ]{1,17}$/, car_number: /^.{1,8}$/su,
  amount: /^[¥$]?\d{1,10}(\.\d+)?元?$/, time: /\d{1,2}:\d{2}/, date: /\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}/,
};

/** Subscribe messages: templates, what each person consented to, and what was sent. */
export class Messages {
  readonly #persons: Persons;
  readonly #templates = new Map<string, readonly string[]>();
  readonly #consents = new Map<string, number>();
  readonly sent: SentMessage[] = [];

  constructor(persons: Persons) {
    this.#persons = persons;
  }

  /** @param fields such as `['thing1', 'time2']` */
  defineTemplate(templateId: string, fields: readonly string[]): void {
    this.#templates.set(templateId, fields);
  }

  /** One tap on "allow" is one message. */
  consent(openid: string, templateId: string, times: number): void {
    const key = `${openid} ${templateId}`;
    this.#consents.set(key, (this.#consents.get(key) ?? 0) + times);
  }

  send({ body, now }: Asked): Answer {
    const openid = textIn(body, 'touser');
    const templateId = textIn(body, 'template_id');
    const fields = this.#templates.get(templateId);
    if (!this.#persons.isKnown(openid)) return refuse(40003);
    if (!fields) return refuse(40037);
    const data = body['data'] as Record<string, { value?: unknown }> | undefined;
    for (const field of fields) {
      const value = data?.[field]?.value;
      if (typeof value !== 'string' || value === '') return refuse(47003, `data.${field}.value is empty`);
      if (!(FIELD_RULES[field.replace(/\d+$/, '')] ?? /./su).test(value)) return refuse(47003, `data.${field}.value invalid`);
    }
    const key = `${openid} ${templateId}`;
    const left = this.#consents.get(key) ?? 0;
    if (left === 0) return refuse(43101);
    this.#consents.set(key, left - 1);
    const values = Object.fromEntries(Object.entries(data ?? {}).map(([field, { value }]) => [field, String(value)]));
    this.sent.push({ openid, templateId, data: values, page: textIn(body, 'page') || null, state: textIn(body, 'miniprogram_state'), at: now });
    return accept({ msgid: this.sent.length });
  }
}
