import type { FileLinkView } from '@hall/shared/api/views';
import { useEffect, useState } from 'react';
import { ApiError, post } from '../kit/api.ts';
import { fileUrl } from '../kit/files.ts';

/** The small version of the person's own picture, as an address an image can open; null until it is there and where it cannot be had. */
export function useThumbnail(pictureId: string, wanted: boolean): string | null {
  const [src, setSrc] = useState<string | null>(null);
  useEffect(() => {
    if (!wanted) return undefined;
    let alive = true;
    post<FileLinkView>(`/resident/pictures/${pictureId}/link`).then(
      ({ url }) => { if (alive) setSrc(`${fileUrl(url)}?variant=thumb`); },
      // The word and the mark beside it say that the picture is there; without its likeness nothing is lost.
      (error: unknown) => { if (!(error instanceof ApiError)) throw error; },
    );
    return () => { alive = false; };
  }, [pictureId, wanted]);
  return src;
}
