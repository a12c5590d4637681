import type { DeskView } from '@hall/shared/api/views';
import type { Caller } from './hall-over-http.ts';

/**
 * Lets this clerk serve whoever waits for their window, so that the next to be called is the one the story is about.
 * Their window must be open and able to serve every matter. @returns how many were served
 */
export async function serveEverybody(clerk: Caller): Promise<number> {
  let served = 0;
  for (let desk = await clerk.get<DeskView>('/staff/desk'); desk.current || desk.queue.length > 0; served += 1) {
    desk = desk.current ? desk : await clerk.post<DeskView>('/staff/desk/next');
    if (desk.current?.state === 'called') desk = await move(clerk, desk, 'serve');
    for (const matter of desk.current!.matters) {
      if (matter.state === 'open') desk = await clerk.post<DeskView>(`/staff/tickets/${desk.current!.id}/matters/${matter.id}/close`, { version: desk.current!.version, reason: '已当场办结' });
    }
    desk = await move(clerk, desk, 'done');
  }
  return served;
}

const move = (clerk: Caller, { current }: DeskView, verb: 'serve' | 'done'): Promise<DeskView> => clerk.post<DeskView>(`/staff/tickets/${current!.id}/${verb}`, { version: current!.version });
