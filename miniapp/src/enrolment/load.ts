import type { ApplicationView, CodeTablesView, PolicyProfileView } from '@hall/shared/api/views';
import type { AnswersContext } from '@hall/shared/enrolment/answers.rules';
import { ApiError, get } from '../kit/api.ts';
import { today } from '../kit/clock.ts';

export interface Desk { application: ApplicationView; tables: CodeTablesView; profile: PolicyProfileView | null }

/** One case with the tables its questions need, in one go. Without a policy in force the tier cannot be chosen yet. */
export async function loadDesk(id: string): Promise<Desk> {
  const [application, { tables, profile }] = await Promise.all([get<ApplicationView>(`/resident/applications/${id}`), shelf()]);
  return { application, tables, profile };
}

type Shelf = Omit<Desk, 'application'>;
let asked: Promise<Shelf> | null = null;

/** Tables and policy are asked for once a start: a new edition waits until the next. */
const shelf = (): Promise<Shelf> => (asked ??= askShelf().catch((error: unknown) => { asked = null; throw error; }));

async function askShelf(): Promise<Shelf> {
  const policy = get<PolicyProfileView>('/public/policy-profile').catch((error: unknown) => {
    if (error instanceof ApiError && error.status === 404) return null;
    throw error;
  });
  const [tables, profile] = await Promise.all([get<CodeTablesView>('/public/code-tables'), policy]);
  return { tables, profile };
}

/** What the shared rules judge answers against. */
export const contextOf = ({ tables, profile }: Desk): AnswersContext => ({ today: today(), profile, codes: tables.tables });
