import { randomUUID } from 'node:crypto';
import { uuidv7 } from 'uuidv7';

/** A new identifier, ordered by time so that rows land at the end of an index. Never use it where order would betray someone. */
export const newId = (): string => uuidv7();

/** A new identifier that says nothing of when it was made: for rows nobody may put in order. */
export const newRandomId = (): string => randomUUID();
