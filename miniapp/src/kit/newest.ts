import { ApiError } from './api.ts';
import { copy } from './copy/kit.ts';
import type { Resource } from './resource.ts';

/**
 * Takes a step of what a page shows. When something happened to it while the page stood open, the newest state is
 * fetched, and the person looks at it and decides anew: no phone page has a way to "refresh and try again".
 * @throws ApiError
 */
export async function orNewest<T>(of: Pick<Resource<unknown>, 'reload'>, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'STALE_VERSION') throw error;
    await of.reload();
    throw new ApiError(error.status, error.code, copy.movedOn);
  }
}
