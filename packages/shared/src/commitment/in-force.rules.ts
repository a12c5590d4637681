/** From which day to which a wording was to hold; `inForceTo` null: until further notice. Days are `YYYY-MM-DD`. */
export interface InForce { inForceFrom: string | null; inForceTo: string | null }

/** Whether a wording ever held: one that was replaced or withdrawn before its first day measured nothing. */
export const everHeld = ({ inForceFrom, inForceTo }: InForce): boolean => inForceFrom !== null && (inForceTo === null || inForceFrom <= inForceTo);
