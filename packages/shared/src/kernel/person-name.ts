/**
 * A name as it stands on the ID card: Han characters, with the dot of minority names between parts. Anything else, such
 * as marks that pile up or turn the direction of writing, has no place on the hall's screen or on paper.
 */
export const isPersonName = (name: string): boolean => /^\p{Script=Han}+(·\p{Script=Han}+)*$/u.test(name) && Array.from(name).length >= 2;
