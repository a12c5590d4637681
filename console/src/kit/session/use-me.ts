import type { HallOverviewView, StaffMeView } from '@hall/shared/api/views';
import { useQuery } from '@tanstack/react-query';
import { api } from '../api/api.ts';
import { agreeWithServer } from '../clock.ts';
import { useStore } from '../store.ts';
import { session } from './session.store.ts';

/** Every page that shows a day or counts down needs the hall's clock, so it is known before the first one opens. */
const agreeWithHall = () => api.open.get<HallOverviewView>('/public/hall').then((hall) => agreeWithServer(hall.serverTime), () => undefined);

const readMe = async () => (await Promise.all([api.get<StaffMeView>('/staff/me'), agreeWithHall()]))[0];

/** Who works here: name, post, permissions, and the day's words. Nobody is asked for before the sign-in. */
export const useMe = () => useQuery({ queryKey: ['me'], queryFn: readMe, staleTime: 60_000, enabled: useStore(session).phase !== 'signed-out' });

/** Whether the clerk holds a permission; false until known. */
export function useMay(permission: string): boolean {
  return useMe().data?.permissions.includes(permission) ?? false;
}
