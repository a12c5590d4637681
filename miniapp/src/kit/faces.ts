import type { IconName } from './ui/icon.tsx';

const FACES: Record<number, IconName> = { 5: 'laugh', 4: 'smile', 3: 'meh', 2: 'frown', 1: 'angry' };
/** The face of a level, from 5 (very satisfied) to 1. */
export const faceOf = (level: number): IconName => FACES[level] ?? 'meh';
