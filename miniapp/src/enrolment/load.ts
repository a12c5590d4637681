import type { ApplicationView, CodeTablesView, PolicyProfileView } from '@hall/shared/api/views';
import type { AnswersContext } from '@hall/shared/enrolment/answers.rules';
import { ApiError, get } from '../kit/api.ts';
import { today } from '../kit/clock.ts';

export interface Desk { application: ApplicationView; tables: CodeTablesView; profile: PolicyProfileView | null }

/** One case with the tables its questions need, in one go. Without a policy in force the tier cannot be chosen yet. */
export async function loadDesk(id: string): Promise<Desk> {
  const profile = get<PolicyProfileView>('/public/policy-profile').catch((error: unknown) => {
    if (error instanceof ApiError && error.status === 404) return null;
    throw error;
  });
  const [application, tables, policy] = await Promise.all([get<ApplicationView>(`/resident/applications/${id}`), get<CodeTablesView>('/public/code-tables'), profile]);
  return { application, tables, profile: policy };
}

/** What the shared rules judge answers against. */
export const contextOf = ({ tables, profile }: Desk): AnswersContext => ({ today: today(), profile, codes: tables.tables });
