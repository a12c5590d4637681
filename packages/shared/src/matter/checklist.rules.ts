import type { MaterialRule } from '../enrolment/materials.rules.ts';
import type { MatterContent, MatterQuestion } from './matter-content.ts';

/** For which answers to which question a material is asked for. */
export interface Asked {
  question: string;
  options: string[];
}

const YES_NO = [{ code: 'yes', label: '是' }, { code: 'no', label: '否' }];
/** `替家人办理时` as a question. */
const situationOf = (when: string): string => `${when.replace(/时$/, '')}吗？`;
const codeOf = (when: string): string => `when-${when}`;

/** When a material is asked for, in terms of the guide's questions; null when always. A condition on the form becomes a plain yes or no. */
export function askedFor({ condition, when }: Pick<MaterialRule, 'condition' | 'when'>, questions: readonly MatterQuestion[]): Asked | null {
  if (condition.kind === 'always') return null;
  if (condition.kind !== 'question') return when === null || when === '' ? null : { question: codeOf(when), options: ['yes'] };
  const options = questions.find(({ code }) => code === condition.question)?.options.map(({ code }) => code) ?? [];
  return { question: condition.question, options: options.filter((code) => (code === condition.option) === (condition.op === 'is')) };
}

/** What the guide asks about a person's situation: the matter's own questions, then those that follow from conditions on the form. */
export function questionsOf({ questions, materials }: Pick<MatterContent, 'questions' | 'materials'>): MatterQuestion[] {
  const derived = new Map<string, MatterQuestion>();
  for (const { condition, when } of materials) {
    if (condition.kind !== 'always' && condition.kind !== 'question' && when) derived.set(when, { code: codeOf(when), text: situationOf(when), options: YES_NO });
  }
  return [...questions, ...derived.values()];
}

/** Chosen answers, option by question. */
export type Situation = Readonly<Record<string, string>>;

/** The materials of a checklist that this situation asks for; what depends on a question not answered yet stays, marked. */
export function ownChecklist<M extends { asked: Asked | null }>(materials: readonly M[], situation: Situation): { material: M; open: boolean }[] {
  return materials.flatMap((material) => {
    const answer = material.asked === null ? undefined : situation[material.asked.question];
    if (material.asked !== null && answer !== undefined && !material.asked.options.includes(answer)) return [];
    return [{ material, open: material.asked !== null && answer === undefined }];
  });
}
