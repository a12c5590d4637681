import { Chance } from './chance.ts';
import { HOSTILE_BODIES, HOSTILE_HEADERS, HOSTILE_KEYS, HOSTILE_PATH_PARTS, HOSTILE_TEXTS, HOSTILE_VALUES } from './hostile-values.ts';
import { nameOf, operationsOf, resolve, type Document, type Operation, type Schema } from './openapi-walk.ts';

/** Real things of the hall by what the path or field calls them (`applications`, `slotId`), so that requests get past the door. */
export type Stock = Readonly<Record<string, readonly unknown[]>>;

export interface Attempt {
  /** Which attempt it was: with the seed, it can be made again. */
  number: number;
  /** `POST /api/resident/bookings/:id/confirm`. */
  operation: string;
  method: string;
  url: string;
  headers: Record<string, string | string[]>;
  payload: Buffer | null;
  role: string;
}

const BOUNDARY = 'hall-trust-boundary';
const PATTERNED: readonly [RegExp, () => string][] = [[/\\d\{4\}-\\d\{2\}/, () => '2026-11-24'], [/^\^\\d\{8\}/, () => '12345678'], [/^\^\\d\{6\}/, () => '123456'], [/^\^\\d/, () => '123456'], [/\\w/, () => 'enrolment']];

/**
 * Makes bad requests over every operation of an OpenAPI document: one good request each, then spoilt in one or more
 * ways. Now and then a good one is left as it is, so that the hall's things keep moving.
 */
export class Mischief {
  readonly operations: readonly Operation[];
  private readonly document: Document;
  private readonly chance: Chance;
  private readonly rolesFor: (operation: string) => readonly string[];
  private made = 0;

  /** @param rolesFor who is let in, first of all; strangers are added now and then */
  constructor(document: Document, seed: number, rolesFor: (operation: string) => readonly string[]) {
    this.document = document;
    this.operations = operationsOf(document);
    this.chance = new Chance(seed);
    this.rolesFor = rolesFor;
  }

  next(stock: Stock): Attempt {
    const { chance } = this;
    const operation = this.operations[this.made % this.operations.length]!;
    this.made += 1;
    const attempt: Attempt = {
      number: this.made, operation: nameOf(operation), method: operation.method, url: this.url(operation, stock),
      headers: chance.in(0.5) && operation.method === 'POST' ? { 'idempotency-key': `mischief-${chance.upTo(1e9)}` } : {},
      payload: null, role: chance.pick(this.rolesFor(nameOf(operation))),
    };
    if (operation.body?.kind === 'json') this.giveJson(attempt, operation.body.schema, stock);
    if (operation.body?.kind === 'file') this.giveFile(attempt);
    if (chance.in(0.12)) Object.assign(attempt.headers, chance.pick(HOSTILE_HEADERS));
    if (chance.in(0.04)) this.giveAnything(attempt);
    return attempt;
  }

  private giveAnything(attempt: Attempt): void {
    const { type, bytes } = this.chance.pick(HOSTILE_BODIES);
    attempt.payload = bytes;
    if (type) attempt.headers['content-type'] = type;
    else delete attempt.headers['content-type'];
  }

  private giveJson(attempt: Attempt, schema: Schema, stock: Stock): void {
    const { chance } = this;
    if (chance.in(0.1)) return this.giveAnything(attempt);
    let body = this.good(schema, stock, '');
    for (let spoilt = chance.pick([0, 0, 1, 1, 1, 1, 2, 3]); spoilt > 0; spoilt -= 1) body = this.spoil(body);
    attempt.headers['content-type'] = 'application/json';
    // A lone surrogate stays an escape in the JSON text, as a hostile client would write it.
    attempt.payload = Buffer.from(JSON.stringify(body) ?? 'undefined');
  }

  private giveFile(attempt: Attempt): void {
    const { chance } = this;
    if (chance.in(0.2)) return this.giveAnything(attempt);
    const name = chance.pick(['file', 'file', 'file', 'files', '__proto__', '']);
    const fileName = chance.pick(['a.jpg', 'a.png', 'a.svg', '../../a.jpg', 'a.jpg\u0000.php', '王'.repeat(300), '', 'a".jpg', 'reply.xlsx']).replace(/"/g, '%22').replaceAll('\u0000', '%00');
    const content = chance.pick([Buffer.alloc(0), Buffer.from('not a picture'), Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), Buffer.from('PK\u0003\u0004'), Buffer.from('<svg onload="alert(1)"/>'), Buffer.alloc(2_000, 0xff)]);
    attempt.headers['content-type'] = `multipart/form-data; boundary=${BOUNDARY}`;
    attempt.payload = Buffer.concat([
      Buffer.from(`--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"; filename="${fileName}"\r\ncontent-type: ${chance.pick(['image/jpeg', 'image/png', 'text/html', 'x'])}\r\n\r\n`),
      content, Buffer.from(chance.in(0.8) ? `\r\n--${BOUNDARY}--\r\n` : ''),
    ]);
  }

  private url(operation: Operation, stock: Stock): string {
    const { chance } = this;
    const parts = operation.path.split('/');
    const path = parts.map((part, index) => {
      const parameter = /^\{(\w+)\}(.*)$/.exec(part);
      if (!parameter) return part;
      if (chance.in(0.2)) return chance.pick(HOSTILE_PATH_PARTS) + parameter[2]!;
      const known = stock[parts[index - 1]!] ?? stock[parameter[1]!] ?? [];
      const real = known.length > 0 && !chance.in(0.06) ? chance.pick(known) : chance.pick(Object.values(stock).flat());
      return encodeURIComponent(String(real)) + parameter[2]!;
    }).join('/');
    const queries = operation.parameters.filter((parameter) => parameter.in === 'query').flatMap((parameter) => {
      if (!parameter.required && chance.in(0.4)) return [];
      const value = encodeURIComponent(wellFormed(chance.in(0.4) ? chance.pick(HOSTILE_TEXTS) : String(this.good(parameter.schema ?? {}, stock, parameter.name))));
      return chance.in(0.1) ? [`${parameter.name}=${value}`, `${parameter.name}=2`] : chance.in(0.05) ? [`${parameter.name}[a]=${value}`] : [`${parameter.name}=${value}`];
    });
    if (chance.in(0.04)) queries.push(chance.pick(['__proto__[a]=b', 'constructor=1', '%zz=1', 'a=%zz', '&&==', 'x='.padEnd(4_000, 'y')]));
    return queries.length > 0 ? `${path}?${queries.join('&')}` : path;
  }

  /** A value as the document asks for it, from the hall's real things where the name tells which. */
  private good(wanted: Schema, stock: Stock, name: string, depth = 0): unknown {
    const schema = resolve(wanted, this.document);
    const known = stock[name];
    if (known && known.length > 0 && !schema.properties) return schema.type === 'array' ? [this.chance.pick(known)] : this.chance.pick(known);
    if (schema.enum) return this.chance.pick(schema.enum);
    if (schema.properties) {
      if (depth > 6) return {};
      const required = new Set(schema.required ?? []);
      return Object.fromEntries(Object.entries(schema.properties).filter(([key]) => required.has(key) || this.chance.in(0.5)).map(([key, inner]) => [key, this.good(inner, stock, key, depth + 1)]));
    }
    switch (schema.type) {
      case 'array': return Array.from({ length: this.chance.pick([0, 1, 1, 2]) }, () => this.good(schema.items ?? {}, stock, '', depth + 1));
      case 'integer': case 'number': return this.chance.pick([schema.minimum ?? 1, 1, 2, 3, schema.maximum ?? 5]);
      case 'boolean': return this.chance.in(0.5);
      case 'object': return {};
      default: return PATTERNED.find(([pattern]) => schema.pattern && pattern.test(schema.pattern))?.[1]() ?? '文字'.padEnd(schema.minLength ?? 2, '字');
    }
  }

  /** One wrong thing, somewhere in the body. */
  private spoil(body: unknown): unknown {
    const { chance } = this;
    if (typeof body !== 'object' || body === null || chance.in(0.04)) return chance.pick(HOSTILE_VALUES);
    if (Array.isArray(body)) {
      if (body.length === 0 || chance.in(0.2)) return [...body, chance.pick(HOSTILE_VALUES)];
      const at = chance.upTo(body.length);
      return body.map((item: unknown, index) => (index === at ? this.spoil(item) : item));
    }
    const keys = Object.keys(body);
    const key = keys.length > 0 ? chance.pick(keys) : chance.pick(HOSTILE_KEYS);
    const inner = (body as Record<string, unknown>)[key];
    switch (chance.pick(['drop', 'text', 'text', 'value', 'value', 'deeper', 'extra'])) {
      case 'drop': return Object.fromEntries(Object.entries(body).filter(([name]) => name !== key));
      case 'text': return { ...body, [key]: chance.pick(HOSTILE_TEXTS) };
      case 'deeper': return { ...body, [key]: typeof inner === 'object' && inner !== null ? this.spoil(inner) : [inner] };
      case 'extra': return { ...body, [chance.pick(HOSTILE_KEYS)]: chance.pick([...HOSTILE_VALUES, ...HOSTILE_TEXTS]) };
      default: return { ...body, [key]: chance.pick(HOSTILE_VALUES) };
    }
  }
}

/** A URL cannot carry a lone surrogate. */
const wellFormed = (text: string): string => Buffer.from(text).toString();
