import { Injectable } from '@nestjs/common';
import type { PolicyProfile } from '@hall/shared/enrolment/policy-profile';
import { parsePolicyProfile, problemsOfPolicyProfile } from '@hall/shared/enrolment/policy-profile.rules';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { newId } from '../../platform/persistence/new-id.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { CodeEntry, PolicyProfileRow } from './matter.entity.ts';
import { matterErrors } from './matters.errors.ts';
import type { PolicyProfileView } from './policy.dto.ts';
import { toProfileView } from './policy.queries.ts';

/** The district's money rules. */
@Injectable()
export class MattersService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Loads a district's own profile. Cases already assessed keep the one they were assessed by.
   * @throws POLICY_PROFILE_INVALID naming every wrong field, POLICY_PROFILE_EXISTS
   */
  loadProfile(actor: StaffActor, raw: unknown): Promise<PolicyProfileView> {
    const parsed = parsePolicyProfile(raw);
    if (!parsed.ok) throw matterErrors.POLICY_PROFILE_INVALID({ fields: problemsOfPolicyProfile(raw).map((problem) => ({ ...problem, path: `profile.${problem.path}` })) });
    return this.unitOfWork.run(actor, async (work) => {
      if (!(await addProfile(work, parsed.value, actor.id))) throw matterErrors.POLICY_PROFILE_EXISTS();
      work.audit('policy.load', null, { profileId: parsed.value.id });
      return toProfileView(parsed.value);
    });
  }

}

/** @returns false when the table has that code already */
export async function addCode(work: Work, entry: Pick<CodeEntry, 'tableName' | 'code' | 'label' | 'position'>): Promise<boolean> {
  const { affected } = await work.sql.insertIfAbsent('code_entry (id, table_name, code, label, position, active) VALUES (?, ?, ?, ?, ?, 1)', [newId(), entry.tableName, entry.code, entry.label, entry.position]);
  return affected > 0;
}

/** @returns false when a profile of that id is there already */
export async function addProfile(work: Work, profile: PolicyProfile, loadedBy: string | null): Promise<boolean> {
  if (await work.findOne(PolicyProfileRow, { profileId: profile.id })) return false;
  const { affected } = await work.sql.insertIfAbsent(
    'policy_profile (id, profile_id, example, effective_from, effective_to, content, loaded_at, loaded_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    [newId(), profile.id, profile.example ? 1 : 0, profile.effectiveFrom, profile.effectiveTo, JSON.stringify(profile), work.now, loadedBy],
  );
  return affected > 0;
}
