import { uuidv7 } from 'uuidv7';

/** A new identifier, ordered by time so that rows land at the end of an index. Never use it where order would betray someone. */
export const newId = (): string => uuidv7();
