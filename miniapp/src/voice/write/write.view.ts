import { copy } from '../../kit/copy/voice.ts';
import type { Question } from '../draft.ts';

export type Section = Question;

/** The questions in the order they are asked. One line is one page of the elder mode. */
export const SECTIONS: readonly (readonly Section[])[] = [['identity'], ['topic'], ['text'], ['pictures'], ['wishesPublic']];

const TITLES: Record<Section, string> = { identity: copy.write.who, topic: copy.write.topic, text: copy.write.text, pictures: copy.write.pictures, wishesPublic: copy.write.seen };
export const titleOf = (step: number): string => TITLES[SECTIONS[step]![0]!];
