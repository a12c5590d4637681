/** Thousandths as people read them, the same on phone, card, paper, wall and desk: `96.6%`, `100%`. A published share is rounded down already, so nothing short of all reads as all. */
export const percentWords = (thousandths: number): string => (thousandths % 10 === 0 ? `${thousandths / 10}%` : `${Math.floor(thousandths / 10)}.${thousandths % 10}%`);
