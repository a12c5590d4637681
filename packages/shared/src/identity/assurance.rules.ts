/** How sure the hall is of who a resident is. `wechat` and `phone` are two ways in, equally sure. */
export type Assurance = 'wechat' | 'phone' | 'declared' | 'verified';

const RANK: Readonly<Record<Assurance, number>> = { wechat: 0, phone: 0, declared: 1, verified: 2 };

/** True when someone of `actual` assurance may do what needs `needed`. */
export const reaches = (actual: Assurance, needed: Assurance): boolean => RANK[actual] >= RANK[needed];

/** The surer of the two: assurance is raised by a declaration or at the window and never falls by signing in again. */
export const surer = (a: Assurance, b: Assurance): Assurance => (RANK[b] > RANK[a] ? b : a);
