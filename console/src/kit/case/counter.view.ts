import type { ApplicationMaterialView, StaffCaseView } from '@hall/shared/api/views';

/** Where a case stands at the counter. */
export interface Counter {
  materials: ApplicationMaterialView[];
  seen: string[];
  /** Originals that must be seen before confirming; those that may follow later are not among them. */
  missing: ApplicationMaterialView[];
  originalsDone: boolean;
  identityDone: boolean;
  /** The one tick that is due next. */
  next: 'originals' | 'identity' | 'confirm' | 'none';
  settled: boolean;
}

const SETTLED = ['handled', 'completed'];

export function counterOf(kase: StaffCaseView): Counter {
  const materials = kase.materials.filter((material) => material.required || material.pictures.length > 0);
  const missing = materials.filter((material) => material.required && !material.deferrable && !material.originalSeen);
  const settled = SETTLED.includes(kase.state);
  const originalsDone = missing.length === 0;
  const next = settled ? 'none' : !originalsDone ? 'originals' : !kase.identityVerified ? 'identity' : kase.actions.includes('handle') ? 'confirm' : 'none';
  return { materials, seen: materials.filter((material) => material.originalSeen).map((material) => material.code), missing, originalsDone, identityDone: kase.identityVerified, next, settled };
}

/**
 * What one press of “originals complete” claims as seen: everything required, and of what may follow later only what is
 * really there. A press must not claim a paper that the person left at home.
 */
export const presentOriginals = (kase: StaffCaseView): string[] => {
  const { materials, seen } = counterOf(kase);
  return materials.filter((material) => seen.includes(material.code) || (material.required && !material.deferrable) || material.pictures.length > 0).map((material) => material.code);
};

/** The set of seen originals after one box was ticked or unticked. */
export const tick = (seen: readonly string[], code: string, on: boolean): string[] => (on ? [...new Set([...seen, code])] : seen.filter((each) => each !== code));
