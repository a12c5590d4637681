import { ageOn, birthDayOf, checkCitizenId } from '../kernel/citizen-id.ts';
import type { Day } from '../kernel/day.ts';
import type { EnrolmentAnswers, FieldName } from './enrolment.form.ts';

/** 国发〔2014〕8号: from 16; the benefit begins at 60. */
export const ENROLMENT_AGE = 16;
export const BENEFIT_AGE = 60;

/** No refusal: whoever is 60 may go on, but must know what waits at the window. */
export const SIXTY_SENTENCE = '已满 60 周岁，能否参保、补缴或直接领取待遇要看缴费年限。可以先填好提交，带身份证到窗口，我们当面帮您核对。';

export interface EligibilityReason { field: FieldName; code: string; message: string }
/** `unknown` while an answer it depends on is missing; `ask` is no refusal: the window decides, the case may go on. */
export interface Eligibility { outcome: 'eligible' | 'not-eligible' | 'ask' | 'unknown'; reasons: EligibilityReason[] }

/** The day someone born on `birthDay` may enrol: the sixteenth birthday, 1 March for 29 February in a common year. */
export function mayEnrolFrom(birthDay: Day): Day {
  const year = Number(birthDay.slice(0, 4)) + ENROLMENT_AGE;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return `${year}-${birthDay.slice(5) === '02-29' && !leap ? '03-01' : birthDay.slice(5)}`;
}

/**
 * Who may join 城乡居民养老保险 by 国发〔2014〕8号: 16 or older, not a student, not in civil service, not covered by the employees' pension.
 * From 60 on the rule differs by whether the scheme began before or after that birthday (yearly payment, topping up to 15 years,
 * or benefit at once), which only the window can tell: it is said and not refused.
 */
export function checkEligibility(answers: EnrolmentAnswers, today: Day): Eligibility {
  const reasons: EligibilityReason[] = [];
  const id = checkCitizenId(answers.citizenId ?? '', today);
  const age = id.ok ? ageOn(birthDayOf(id.value), today) : null;
  if (id.ok && age !== null && age < ENROLMENT_AGE) {
    reasons.push({ field: 'citizenId', code: 'ELIGIBILITY_TOO_YOUNG', message: `年满 16 周岁才能参保，${mayEnrolFrom(birthDayOf(id.value))} 起就可以办理。` });
  }
  if (answers.isStudent === true) reasons.push({ field: 'isStudent', code: 'ELIGIBILITY_STUDENT', message: '在校学生暂不参加居民养老保险，毕业后就可以来办。' });
  if (answers.isCivilServant === true) reasons.push({ field: 'isCivilServant', code: 'ELIGIBILITY_CIVIL_SERVANT', message: '机关事业单位在编人员由单位办理养老保险，不用参加居民养老保险。' });
  if (answers.hasEmployeePension === true) {
    reasons.push({ field: 'hasEmployeePension', code: 'ELIGIBILITY_EMPLOYEE_PENSION', message: '正在交职工养老保险的不能同时参加居民养老保险；停保以后可以来办，两边的年限可以按规定衔接。' });
  }
  if (reasons.length > 0) return { outcome: 'not-eligible', reasons };
  if (age === null || answers.isStudent === undefined || answers.isCivilServant === undefined || answers.hasEmployeePension === undefined) return { outcome: 'unknown', reasons };
  if (age >= BENEFIT_AGE) return { outcome: 'ask', reasons: [{ field: 'citizenId', code: 'ELIGIBILITY_SIXTY', message: SIXTY_SENTENCE }] };
  return { outcome: 'eligible', reasons };
}

/** The sentence for someone of 60 or older, told as soon as the number is known; null for everyone else. */
export function sixtyNote(citizenId: string | undefined, today: Day): string | null {
  const id = checkCitizenId(citizenId ?? '', today);
  return id.ok && ageOn(birthDayOf(id.value), today) >= BENEFIT_AGE ? SIXTY_SENTENCE : null;
}
