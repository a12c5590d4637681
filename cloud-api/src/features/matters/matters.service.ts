import { Injectable } from '@nestjs/common';
import type { PolicyProfile } from '@hall/shared/enrolment/policy-profile';
import { parsePolicyProfile, problemsOfPolicyProfile } from '@hall/shared/enrolment/policy-profile.rules';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { newId } from '../../platform/persistence/new-id.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { FIXED_TABLES, TABLE_NAMES, type TableName } from './data/code-tables.data.ts';
import { CodeEntry, PolicyProfileRow } from './matter.entity.ts';
import type { CodeView } from './matters.dto.ts';
import { matterErrors } from './matters.errors.ts';
import type { PolicyProfileView } from './policy.dto.ts';
import { toProfileView } from './policy.queries.ts';

/** What an editor of the hall may change: the district's money rules and the local code tables. */
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

  /**
   * Replaces what people may choose from in a local table. Codes left out are retired and stay readable.
   * @throws CODE_TABLE_UNKNOWN, CODE_TABLE_FIXED, CODE_TWICE
   */
  replaceTable(actor: StaffActor, tableName: string, items: CodeView[]): Promise<void> {
    if (!isTable(tableName)) throw matterErrors.CODE_TABLE_UNKNOWN();
    if (FIXED_TABLES.includes(tableName)) throw matterErrors.CODE_TABLE_FIXED();
    const twice = items.findIndex((item, index) => items.findIndex((other) => other.code === item.code) !== index);
    if (twice >= 0) throw matterErrors.CODE_TWICE({ fields: [{ path: `items.${twice}.code`, code: 'CODE_TWICE', message: '这个代码上面已经有了' }] });
    return this.unitOfWork.run(actor, async (work) => {
      await work.execute('UPDATE code_entry SET active = 0 WHERE table_name = ?', [tableName]);
      for (const [position, { code, label }] of items.entries()) {
        await addCode(work, { tableName, code, label, position });
        await work.execute('UPDATE code_entry SET label = ?, position = ?, active = 1 WHERE table_name = ? AND code = ?', [label, position, tableName, code]);
      }
      work.audit('codes.replace', null, { table: tableName, codes: items.length });
    });
  }
}

const isTable = (name: string): name is TableName => (TABLE_NAMES as readonly string[]).includes(name);

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
