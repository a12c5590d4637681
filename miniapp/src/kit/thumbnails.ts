import type { FileLinkView } from '@hall/shared/api/views';
import { ApiError, post } from './api.ts';
import { now } from './clock.ts';
import { fileUrl } from './files.ts';

/** Links are good for two minutes; one near its end is asked for again. */
const MARGIN = 30_000;
/** A page does not wait longer than this for likenesses, in milliseconds. */
const PATIENCE = 1_500;

const links = new Map<string, { src: string; until: number }>();

const ownPath = (pictureId: string): string => `/resident/pictures/${pictureId}/link`;

/** The small version of a picture, as an address an image can open; null where it has not been asked for or could not be had. */
export const thumbnailOf = (pictureId: string): string | null => links.get(pictureId)?.src ?? null;

/**
 * Gets the thumbnails of pictures, all at once and before the page is drawn, so that it is drawn once. Without them the
 * page says in words that the pictures are there, so nothing here fails or holds anybody up.
 * @param linkPath where a link is asked for; one's own pictures when left out
 */
export async function withThumbnails<T>(loaded: T, pictureIds: readonly string[], linkPath: (pictureId: string) => string = ownPath): Promise<T> {
  const wanted = pictureIds.filter((id) => (links.get(id)?.until ?? 0) < now() + MARGIN);
  if (wanted.length > 0) await Promise.race([Promise.all(wanted.map((id) => ask(id, linkPath))), new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
  return loaded;
}

async function ask(pictureId: string, linkPath: (pictureId: string) => string): Promise<void> {
  try {
    const { url, expiresAt } = await post<FileLinkView>(linkPath(pictureId));
    links.set(pictureId, { src: `${fileUrl(url)}?variant=thumb`, until: expiresAt });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
  }
}
