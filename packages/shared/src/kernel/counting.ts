/** How far the lists of staff are counted: beyond it a number tells nobody more, and counting would take longer every year. */
export const MOST_COUNTED = 1_000;

/** A count for people: `1000+` stands for everything from there on. */
export const countedWords = (count: number): string => (count < MOST_COUNTED ? String(count) : `${MOST_COUNTED}+`);
