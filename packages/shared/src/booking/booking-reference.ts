import { halfWidth } from '../kernel/half-width.ts';

/** 32 signs without 0, O, 1 and I, which are mistaken for each other when read aloud or typed. */
export const REFERENCE_ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
export const REFERENCE_LENGTH = 8;

/** A reference from random bytes, one sign a byte; 32 divides 256, so every sign is equally likely. Needs eight bytes. */
export const referenceFrom = (bytes: ArrayLike<number>): string =>
  Array.from({ length: REFERENCE_LENGTH }, (_, index) => REFERENCE_ALPHABET.charAt((bytes[index] ?? 0) % REFERENCE_ALPHABET.length)).join('');

/** As typed → as stored: half-width, upper case, no spaces or dashes. */
export const normaliseReference = (text: string): string => halfWidth(text).replace(/[\s-]/g, '').toUpperCase();

export const isReference = (text: string): boolean => text.length === REFERENCE_LENGTH && Array.from(text).every((sign) => REFERENCE_ALPHABET.includes(sign));

/** In two groups of four, for reading aloud. */
export const spokenReference = (reference: string): string => `${reference.slice(0, 4)} ${reference.slice(4)}`;
