import type { PolicyPreviewView, PolicyProfileView } from '@hall/shared/api/views';
import { api } from '../../kit/api/api.ts';
import type { Draft } from './policy.view.ts';
import { profileOf } from './policy.view.ts';

export const POLICY_KEY = ['policy-profiles'] as const;

/** What saving this draft would bring, without saving it. */
export const previewPolicy = (draft: Draft): Promise<PolicyPreviewView> => api.post<PolicyPreviewView>('/staff/policy-profiles/preview', { profile: profileOf(draft) });

/** Saves the draft as a version of its own. Throws Refusal `POLICY_PROFILE_INVALID` with every wrong field, `POLICY_PROFILE_EXISTS`. */
export const savePolicy = (draft: Draft): Promise<PolicyProfileView> => api.post<PolicyProfileView>('/staff/policy-profiles', { profile: profileOf(draft) });
