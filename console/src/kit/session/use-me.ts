import type { StaffMeView } from '@hall/shared/api/views';
import { useQuery } from '@tanstack/react-query';
import { api } from '../api/api.ts';

/** Who works here: name, post, permissions, and the day's words. */
export const useMe = () => useQuery({ queryKey: ['me'], queryFn: () => api.get<StaffMeView>('/staff/me'), staleTime: 60_000 });

/** Whether the clerk holds a permission; false until known. */
export function useMay(permission: string): boolean {
  return useMe().data?.permissions.includes(permission) ?? false;
}
