import { hasBlank } from '../kernel/blanks.ts';
import { isPersonName } from '../kernel/person-name.ts';
import { checkPhone } from '../kernel/phone.ts';
import type { FieldProblem } from '../kernel/verdict.ts';

export const ENQUIRY_LIMITS = { least: 4, most: 500, pictures: 3, answer: 2000, reason: 200, waiting: 10, aDay: 20 } as const;

/** How it reached the hall: by the asker's own phone, or told to a clerk who wrote it down. */
export type EnquiryWay = 'online' | 'desk' | 'call';
export const ENQUIRY_WAY_LABELS: Record<EnquiryWay, string> = { online: '手机提问', desk: '现场询问', call: '电话询问' };

/** Whom it is put to: today's duty leader (有麻烦找局长), or a section of the hall. */
export type EnquiryAddressee = 'leader' | 'section';

/** How an answer reached somebody who has no account. */
export type EnquiryTelling = 'desk' | 'call';
export const TELLING_LABELS: Record<EnquiryTelling, string> = { desk: '当面告知', call: '电话告知' };

const signs = (text: string): number => Array.from(text.trim()).length;
const problem = (path: string, message: string): FieldProblem => ({ path, code: 'ENQUIRY_INVALID', message });

/** What is wrong with what was asked, in the first place or again; empty when it may go. */
export function questionProblems(text: string): FieldProblem[] {
  if (signs(text) < ENQUIRY_LIMITS.least) return [problem('text', '请多写几个字，说清楚想问什么。')];
  if (signs(text) > ENQUIRY_LIMITS.most) return [problem('text', `最多 ${ENQUIRY_LIMITS.most} 个字，现在是 ${signs(text)} 个。`)];
  return [];
}

export interface EnquiryInput { addressee: EnquiryAddressee; departmentId: string | null; text: string; pictures: number }

/** What is wrong with a question asked by phone. */
export function enquiryProblems({ addressee, departmentId, text, pictures }: EnquiryInput): FieldProblem[] {
  return [
    ...(addressee === 'section' && departmentId === null ? [problem('departmentId', '请选一个科室；不知道选哪个，可以问今天的带班领导。')] : []),
    ...questionProblems(text),
    ...(pictures > ENQUIRY_LIMITS.pictures ? [problem('pictureIds', `最多 ${ENQUIRY_LIMITS.pictures} 张图片。`)] : []),
  ];
}

/** What is wrong with the name and phone somebody left at the desk or on the telephone; both may stay empty. */
export function askerProblems({ name, phone, way }: { name: string | null; phone: string | null; way: EnquiryWay }): FieldProblem[] {
  return [
    ...(name !== null && !isPersonName(name.trim()) ? [problem('askerName', '姓名写得不对，不清楚可以不填。')] : []),
    ...(phone !== null && !checkPhone(phone).ok ? [problem('askerPhone', '手机号要 11 位，不方便留可以不填。')] : []),
    ...(way === 'online' ? [problem('way', '手机提问由本人在小程序里提交。')] : []),
  ];
}

/** What is wrong with an answer or a correction. */
export function answerProblems(text: string): FieldProblem[] {
  if (signs(text) < 2) return [problem('text', '请先写好答复。')];
  if (hasBlank(text)) return [problem('text', '模板里的空格还没有填好。')];
  if (signs(text) > ENQUIRY_LIMITS.answer) return [problem('text', `答复最多 ${ENQUIRY_LIMITS.answer} 个字，现在是 ${signs(text)} 个。`)];
  return [];
}
