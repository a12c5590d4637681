/** What stands for a face when there is no picture: the family name's first character, as on the hall's badges. */
export const initialOf = (name: string): string => [...name.trim()][0] ?? '';
