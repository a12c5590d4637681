import type { FieldError } from '@hall/shared/api/views';
import { checkCitizenId } from '@hall/shared/kernel/citizen-id';
import type { Day } from '@hall/shared/kernel/day';
import { copy } from '../../kit/copy/account.ts';

export interface IdentityErrors { name?: string; citizenId?: string }

/** What is wrong with a name and number, by the rule the server uses too. */
export function identityErrors(name: string, citizenId: string, today: Day): IdentityErrors {
  const id = checkCitizenId(citizenId, today);
  return { ...(name.trim() === '' ? { name: copy.identity.nameNeeded } : {}), ...(id.ok ? {} : { citizenId: id.message }) };
}

/** The server's refusals, put beside their fields. */
export const errorsFrom = (fields: readonly FieldError[]): IdentityErrors => Object.fromEntries(fields.map((field) => [field.path, field.message]));

