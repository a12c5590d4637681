/**
 * The kinds of WeChat template the hall uses and the facts each can show. Which field of the template holds which fact
 * differs from one mini-program to the next and is a setting.
 */
export const TEMPLATE_FACTS = {
  /** 办理进度 */
  progress: ['matter', 'state', 'note', 'time'],
  /** 预约提醒 */
  visit: ['matter', 'time', 'place', 'note'],
  /** 叫号提醒 */
  call: ['number', 'window', 'place', 'note'],
  /** 答复通知 */
  answer: ['title', 'note', 'time'],
  /** 评选通知 */
  star: ['title', 'note', 'time'],
  /** 待办提醒, for staff */
  duty: ['title', 'note', 'time'],
} as const satisfies Record<string, readonly string[]>;
export type TemplateCode = keyof typeof TEMPLATE_FACTS;
export const TEMPLATE_CODES = Object.keys(TEMPLATE_FACTS) as TemplateCode[];
export type TemplateFact<T extends TemplateCode> = (typeof TEMPLATE_FACTS)[T][number];

/** What a person is doing when we may ask, from their own tap, to send them something later. WeChat shows at most three templates at once. */
export const MOMENTS = {
  submit: ['progress', 'visit'],
  book: ['visit', 'call'],
  ticket: ['call'],
  suggest: ['answer'],
  enquire: ['answer'],
  activity: ['visit'],
  rights: ['answer'],
  star: ['star'],
} as const satisfies Record<string, readonly TemplateCode[]>;
export type Moment = keyof typeof MOMENTS;
export const MOMENT_NAMES = Object.keys(MOMENTS) as Moment[];
/** What staff on the phone are asked about. */
export const STAFF_TEMPLATES: readonly TemplateCode[] = ['duty'];

export interface Template {
  /** As WeChat gave it to this mini-program. */
  id: string;
  /** Fact → field of the template, such as `matter` → `thing1`. */
  fields: Record<string, string>;
}

const FIELD = /^(thing|number|letter|symbol|character_string|phrase|name|time|date|amount)\d{1,3}$/;

/**
 * Reads the setting `WECHAT_TEMPLATES`: `{"visit":{"id":"…","fields":{"matter":"thing1","time":"time2"}}}`. Codes that are
 * left out are not asked for and not sent.
 * @throws Error that names what is wrong, so that a half-configured server does not start
 */
export function readTemplates(text: string | undefined): ReadonlyMap<TemplateCode, Template> {
  const found = new Map<TemplateCode, Template>();
  for (const [code, given] of Object.entries(parsed(text))) {
    const wrong = (what: string) => new Error(`WECHAT_TEMPLATES: ${code}: ${what}`);
    if (!Object.hasOwn(TEMPLATE_FACTS, code)) throw wrong(`is none of ${TEMPLATE_CODES.join(', ')}`);
    const { id, fields } = (given ?? {}) as Partial<Template>;
    if (typeof id !== 'string' || id.length < 8) throw wrong('needs the id WeChat gave it');
    const pairs = Object.entries(fields ?? {});
    if (pairs.length === 0) throw wrong('needs its fields');
    for (const [fact, field] of pairs) {
      if (!(TEMPLATE_FACTS[code as TemplateCode] as readonly string[]).includes(fact)) throw wrong(`knows no fact ${fact}`);
      if (typeof field !== 'string' || !FIELD.test(field)) throw wrong(`${fact} needs a field such as thing1`);
    }
    found.set(code as TemplateCode, { id, fields: fields! });
  }
  return found;
}

function parsed(text: string | undefined): Record<string, unknown> {
  if (!text) return {};
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // Told below in the same words as any other form that is not one.
  }
  throw new Error('WECHAT_TEMPLATES: is no JSON object');
}

/** The templates of this deployment. */
export class Templates {
  private readonly known: ReadonlyMap<TemplateCode, Template>;

  constructor(setting: string | undefined) {
    this.known = readTemplates(setting);
  }

  of(code: TemplateCode): Template | null {
    return this.known.get(code) ?? null;
  }
}
