import type { StaffSuggestionView } from '@hall/shared/api/views';
import { useQuery } from '@tanstack/react-query';
import { Navigate, useParams } from 'react-router';
import { api } from '../../kit/api/api.ts';
import { Loaded } from '../../kit/state/Loaded.tsx';

/** What is owed for a plan names the plan: this leads on to its suggestion. */
export function PlanDoor() {
  const { id = '' } = useParams();
  const query = useQuery({ queryKey: ['suggestion-plan', id], queryFn: () => api.get<StaffSuggestionView>(`/staff/suggestion-plans/${id}`) });
  return <Loaded query={query} lines={10}>{(suggestion) => <Navigate to={`/suggestions/${suggestion.id}`} replace />}</Loaded>;
}
