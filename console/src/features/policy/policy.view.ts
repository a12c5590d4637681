import type { PolicyContentView, PolicyFindingView } from '@hall/shared/api/views';
import { policyCopy as copy } from '../../kit/copy/policy.copy.ts';
import type { Cells } from '../../kit/sheet/cells.view.ts';
import { dayWord } from '../../kit/sheet/cells.view.ts';
import type { FileContent } from '../../kit/sheet/read-file.ts';

export const SECTIONS = ['tiers', 'groups', 'tilts'] as const;
export type Section = (typeof SECTIONS)[number];

/** Field of the profile and the columns of each table, in the order they are shown. */
const TABLES: Record<Section, { field: 'tiers' | 'specialGroups' | 'ageTilts'; columns: Record<string, string>; numbers: readonly string[]; widths: readonly number[] }> = {
  tiers: { field: 'tiers', columns: copy.tierColumns, numbers: ['yuan', 'subsidyYuan'], widths: [180, 180] },
  groups: { field: 'specialGroups', columns: copy.groupColumns, numbers: ['governmentPaysYuan'], widths: [180, 240, 160, 440] },
  tilts: { field: 'ageTilts', columns: copy.tiltColumns, numbers: ['fromAge', 'monthlyYuan'], widths: [180, 180] },
};
export const columnsOf = (section: Section) => Object.entries(TABLES[section].columns).map(([key, title], at) => ({ title, width: TABLES[section].widths[at]!, number: TABLES[section].numbers.includes(key) }));

const TEXTS = ['id', 'name', 'source', 'effectiveFrom', 'effectiveTo', 'disclaimer'] as const;
const AMOUNTS = ['basePensionMonthly', 'divisor', 'fullYears'] as const;
const SUPPLEMENT = ['from', 'upTo', 'monthlyPerYear', 'monthlyPerYearBeyond', 'beyond'] as const;
export type FieldName = (typeof TEXTS)[number] | (typeof AMOUNTS)[number] | (typeof SUPPLEMENT)[number];
const FIELDS: readonly FieldName[] = [...TEXTS, ...AMOUNTS, ...SUPPLEMENT];

/** A profile while it is written: words only, so that nothing typed is lost by being wrong. */
export interface Draft { example: boolean; fields: Record<FieldName, string>; tables: Record<Section, Cells> }

type Loose = Record<string, unknown>;
const isRecord = (value: unknown): value is Loose => typeof value === 'object' && value !== null && !Array.isArray(value);
const said = (value: unknown): string => (value === null || value === undefined ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value));

/** A draft of whatever a file holds that looks like a profile; null when nothing does. */
export function draftOfJson(value: unknown): Draft | null {
  const profile = isRecord(value) && isRecord(value['profile']) ? value['profile'] : value;
  if (!isRecord(profile) || !Array.isArray(profile['tiers'])) return null;
  const supplement = isRecord(profile['yearSupplement']) ? profile['yearSupplement'] : {};
  const word = (name: FieldName) => said((SUPPLEMENT as readonly string[]).includes(name) ? supplement[name] : profile[name]);
  const table = (section: Section): Cells => {
    const rows = profile[TABLES[section].field];
    return Array.isArray(rows) ? rows.map((row) => Object.keys(TABLES[section].columns).map((key) => (isRecord(row) ? said(row[key]) : ''))) : [];
  };
  return { example: profile['example'] === true, fields: Object.fromEntries(FIELDS.map((name) => [name, word(name)])) as Draft['fields'], tables: { tiers: table('tiers'), groups: table('groups'), tilts: table('tilts') } };
}

export const draftOf = (content: PolicyContentView): Draft => draftOfJson(content) as Draft;

/** A next version to begin with: everything as in the one before, but with an id, a name and dates of its own. */
export function nextDraft(content: PolicyContentView): Draft {
  const draft = draftOf(content);
  return { ...draft, example: false, fields: { ...draft.fields, id: '', name: '', effectiveFrom: '', effectiveTo: '', ...(content.example ? { source: '', disclaimer: '' } : {}) } };
}

/** A number when it is one, else the words as they stand: the server names them as wrong. */
const number = (word: string): number | string => {
  const plain = word.replaceAll(/[,，\s元]/g, '');
  return plain !== '' && Number.isFinite(Number(plain)) ? Number(plain) : word;
};
const isBlank = (row: readonly string[]) => row.every((cell) => cell.trim() === '');

export const withoutBlankRows = (draft: Draft): Draft => ({ ...draft, tables: { tiers: draft.tables.tiers.filter((row) => !isBlank(row)), groups: draft.tables.groups.filter((row) => !isBlank(row)), tilts: draft.tables.tilts.filter((row) => !isBlank(row)) } });

/** The profile as the server wants it. Rows keep their place, so that `tiers[3]` is the fourth row of the table. */
export function profileOf({ example, fields, tables }: Draft): Loose {
  const list = (section: Section) => tables[section].map((row) => Object.fromEntries(Object.keys(TABLES[section].columns).map((key, at) => [key, TABLES[section].numbers.includes(key) ? number(row[at] ?? '') : (row[at] ?? '').trim()])));
  const trimmed = (name: FieldName) => fields[name].trim();
  return {
    id: trimmed('id'), name: trimmed('name'), example, source: trimmed('source'), effectiveFrom: dayWord(trimmed('effectiveFrom')), effectiveTo: trimmed('effectiveTo') === '' ? null : dayWord(trimmed('effectiveTo')),
    tiers: list('tiers'), specialGroups: list('groups'), basePensionMonthly: number(fields.basePensionMonthly), ageTilts: list('tilts'),
    yearSupplement: { from: number(fields.from), upTo: number(fields.upTo), monthlyPerYear: number(fields.monthlyPerYear), monthlyPerYearBeyond: number(fields.monthlyPerYearBeyond), beyond: fields.beyond },
    divisor: number(fields.divisor), fullYears: number(fields.fullYears), disclaimer: trimmed('disclaimer'),
  };
}

export interface Placed { fields: Partial<Record<FieldName, string>>; tables: Record<Section, Map<string, string>>; elsewhere: string[] }

/** Findings of the server at the place on the page they belong to. */
export function placed(findings: readonly Pick<PolicyFindingView, 'path' | 'message'>[]): Placed {
  const at: Placed = { fields: {}, tables: { tiers: new Map(), groups: new Map(), tilts: new Map() }, elsewhere: [] };
  for (const { path: whole, message } of findings) {
    const path = whole.replace(/^profile\./, '');
    const [, list = '', row = '', key = ''] = /^(\w+)\[(\d+)\]\.?(\w*)/.exec(path) ?? [];
    const section = SECTIONS.find((each) => TABLES[each].field === list);
    const field = FIELDS.find((name) => name === path.split('.').at(-1));
    if (section) at.tables[section].set(`${row}.${Math.max(0, Object.keys(TABLES[section].columns).indexOf(key))}`, message);
    else if (field) at.fields[field] ??= message;
    else at.elsewhere.push(message);
  }
  return at;
}

/** Where a finding is, in the words of the page: for lists of findings away from their cells. */
export function placeWords(path: string): string {
  const [, list = '', row = '', key = ''] = /^(\w+)\[(\d+)\]\.?(\w*)/.exec(path) ?? [];
  const section = SECTIONS.find((each) => TABLES[each].field === (list || path));
  if (section) return list === '' ? copy[section] : copy.path(copy[section], Number(row) + 1, TABLES[section].columns[key] ?? '');
  return copy.fields[path.split('.').at(-1) ?? ''] ?? path;
}

const HEAD_WITHIN = 5;
/** Pasted or read rows below their head, if there is one: our own sheets bear a title and a note above it. */
export const withoutHead = (section: Section, cells: Cells): Cells => {
  const titles = [...Object.values(TABLES[section].columns), ...Object.keys(TABLES[section].columns)];
  const isHead = (row: readonly string[]) => row.some((cell) => titles.some((title) => title === cell || title.replace(/（.*/, '') === cell));
  const head = cells.slice(0, HEAD_WITHIN).findIndex(isHead);
  return cells.slice(head + 1);
};

/** A draft from a file, over the one being written: sheets a workbook does not have leave that part as it is. Null when nothing is recognised. */
export function draftOfFile(content: FileContent, draft: Draft): Draft | null {
  if (content.kind === 'json') return draftOfJson(content.value);
  const sheet = (names: readonly string[]) => content.sheets.find(({ name }) => names.includes(name.trim()))?.cells;
  const basics = sheet(copy.sheets.basics);
  const found = SECTIONS.map((section) => [section, sheet(copy.sheets[section])] as const).filter((each): each is readonly [Section, Cells] => each[1] !== undefined);
  if (!basics && found.length === 0) return null;
  const words = new Map((basics ?? []).map(([title = '', word = '']) => [title.trim(), word]));
  const titled = (title: string) => words.get(title) ?? words.get(title.replace(/（.*/, ''));
  const fields = Object.fromEntries(FIELDS.map((name) => [name, titled(copy.fields[name] ?? name) ?? words.get(name) ?? draft.fields[name]])) as Draft['fields'];
  const beyond = Object.entries(copy.beyond).find(([, label]) => label === fields.beyond)?.[0] ?? fields.beyond;
  const example = titled(copy.example);
  const width = (section: Section) => Object.keys(TABLES[section].columns).length;
  const tables = Object.fromEntries(found.map(([section, cells]) => [section, withoutHead(section, cells).map((row) => Array.from({ length: width(section) }, (_, at) => row[at] ?? ''))]));
  return { example: example === undefined ? draft.example : copy.yes.includes(example.toLowerCase()), fields: { ...fields, beyond }, tables: { ...draft.tables, ...tables } };
}
