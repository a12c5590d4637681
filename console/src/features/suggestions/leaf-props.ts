import type { StaffSuggestionView } from '@hall/shared/api/views';
import type { Step } from './suggestions.api.ts';

/** What every leaf of the page works on. `keys`: whether the keys of the page are its own, or a dialog's. */
export interface LeafProps { suggestion: StaffSuggestionView; step: Step; keys: boolean }
