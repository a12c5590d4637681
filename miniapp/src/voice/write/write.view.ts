import type { Question } from '../draft.ts';

export type Section = Question;

/** The questions in the order they are asked. One line is one page of the elder mode. */
export const SECTIONS: readonly (readonly Section[])[] = [['identity'], ['topic'], ['text'], ['pictures'], ['wishesPublic']];
