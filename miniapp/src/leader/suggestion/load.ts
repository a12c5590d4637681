import type { StaffMeView, StaffSuggestionView } from '@hall/shared/api/views';
import { get } from '../../kit/api.ts';
import { withThumbnails } from '../../kit/thumbnails.ts';

export interface Shown { suggestion: StaffSuggestionView; me: { id: string; name: string; mayExtend: boolean } }

export const pictureLink = (id: string) => (pictureId: string): string => `/staff/suggestions/${id}/pictures/${pictureId}/link`;

/** @param of the suggestion, or the plan whose suggestion is meant */
export async function loadSuggestion(of: { id?: string | undefined; plan?: string | undefined }): Promise<Shown> {
  const [suggestion, me] = await Promise.all([get<StaffSuggestionView>(of.plan === undefined ? `/staff/suggestions/${of.id}` : `/staff/suggestion-plans/${of.plan}`), get<StaffMeView>('/staff/me')]);
  return withThumbnails({ suggestion, me: { id: me.id, name: me.name, mayExtend: me.permissions.includes('deadline.extend') } }, suggestion.pictures.map(({ id }) => id), pictureLink(suggestion.id));
}
