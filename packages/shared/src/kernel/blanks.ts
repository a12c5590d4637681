const BLANK = /[_＿]{2,}/;

/** Whether a text still has a gap of a template in it, "承办人是＿＿", that nobody has filled in. */
export const hasBlank = (text: string): boolean => BLANK.test(text);
