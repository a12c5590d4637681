import { ApiError } from '../kit/api.ts';
import { copy as words } from '../kit/copy/office.ts';
import type { Resource } from '../kit/resource.ts';

/**
 * Takes one step of the thing a page shows, and the page shows what the server answers; null when there is nothing left to
 * show here. When somebody else was quicker the newest state is fetched, and the person decides anew.
 * @throws ApiError
 */
export async function moved<T>(of: Resource<T>, step: () => Promise<T | null>): Promise<void> {
  try {
    const after = await step();
    if (after !== null) of.put(after);
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'STALE_VERSION') throw error;
    await of.reload();
    throw new ApiError(error.status, error.code, words.act.stale);
  }
}
