/** How the hall marks what its district has not told it yet; a sentence for those who run the hall, not for residents. */
const NOT_SAID = '待本地填写';

/** The words, or null while the district has not said them. */
export const said = (words: string): string | null => (words.trim() === '' || words.includes(NOT_SAID) ? null : words);
