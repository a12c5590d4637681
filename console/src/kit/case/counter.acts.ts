import type { StaffCaseView } from '@hall/shared/api/views';
import { caseSteps } from './case.api.ts';
import { counterOf, presentOriginals } from './counter.view.ts';

/** Hears of the case after each step, so that what was done stays known even when the next step is refused. */
type Keep = (kase: StaffCaseView) => StaffCaseView;

/** Originals and person in one go. Throws Refusal `IDENTITY_MERGE_NEEDED` with the originals already seen. */
export async function checkOriginalsAndPerson(kase: StaffCaseView, keep: Keep): Promise<StaffCaseView> {
  const seen = counterOf(kase).originalsDone ? kase : keep(await caseSteps.originals(kase, presentOriginals(kase)));
  return seen.identityVerified ? seen : caseSteps.identity(seen);
}

/** The two accounts become one, and the person at the window is verified by it. */
export async function mergeAndVerify(kase: StaffCaseView, keep: Keep): Promise<StaffCaseView> {
  const merged = keep(await caseSteps.merge(kase));
  return merged.identityVerified ? merged : caseSteps.identity(merged);
}
