import type { HouseChange, HouseSubjectView } from '@hall/shared/api/views';

export interface CodeFacts { code: string; label: string; position: number; closed: boolean }

export const factsOf = ({ facts }: HouseSubjectView): CodeFacts => facts as unknown as CodeFacts;

/** A new entry stands at the end. */
export const blankCode = (items: readonly HouseSubjectView[]): CodeFacts => ({ code: '', label: '', position: Math.max(-1, ...items.map((each) => factsOf(each).position)) + 1, closed: false });

export const changeOf = (subject: HouseSubjectView | null, { code, label, position, closed }: CodeFacts): HouseChange => ({ subjectId: subject?.id ?? null, stamp: subject?.stamp ?? null, after: { code: code.trim(), label: label.trim(), position, closed } });
