const JOINER = '\u2060';

/** Words that no line may break, such as a masked name: `何*梅` would else stand as 何 at the end of one line and *梅 on the next. */
export const inOnePiece = (words: string): string => Array.from(words).join(JOINER);
