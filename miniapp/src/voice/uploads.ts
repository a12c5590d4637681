import type { AnonymousPictureView, SuggestionPictureView } from '@hall/shared/api/views';
import type { SuggestionIdentity } from '@hall/shared/suggestion/suggestion.rules';
import { useRef, useState } from 'react';
import { ApiError, remove, upload } from '../kit/api.ts';
import { now } from '../kit/clock.ts';
import { newKey } from '../kit/intent.ts';
import { withPicture } from './draft.ts';
import { changeDraft, draftNow } from './draft-shelf.ts';

/** A picture on its way. `percent` is null while it waits for the ones before it. */
export interface Going { key: string; path: string; percent: number | null; failed: string | null }

export interface Uploads {
  going: Going[];
  add: (paths: readonly string[]) => void;
  again: (key: string) => void;
  drop: (key: string) => void;
  dropAll: () => void;
}

/** Where on this phone the pictures just sent lie; after a restart the page says in words that they are there. */
const faces = new Map<string, string>();
export const faceOfPicture = (ref: string): string | null => faces.get(ref) ?? null;

type Send = (path: string, key: string, onProgress: (percent: number) => void) => Promise<string>;
const SEND: Record<SuggestionIdentity, Send> = {
  named: async (path, key, onProgress) => (await upload<SuggestionPictureView>('/resident/suggestion-pictures', path, key, onProgress)).id,
  // No session and no key: nothing that could tell two uploads of one person to be of one person.
  anonymous: async (path, _, onProgress) => (await upload<AnonymousPictureView>('/public/anonymous-pictures', path, null, onProgress)).token,
};

/** Sends pictures one after the other, which a weak network bears best; each can fail, wait and be sent again by itself. */
export function useUploads(): Uploads {
  const [going, setGoing] = useState<Going[]>([]);
  const line = useRef(Promise.resolve());
  const dropped = useRef(new Set<string>());
  const change = (key: string, part: Partial<Going>) => setGoing((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const leave = (key: string) => setGoing((all) => all.filter((one) => one.key !== key));

  const deliver = async (key: string, path: string, identity: SuggestionIdentity): Promise<void> => {
    if (dropped.current.has(key)) return;
    let shown = 0;
    change(key, { percent: 0, failed: null });
    try {
      const ref = await SEND[identity](path, key, (percent) => {
        // Every fifth part is enough for the eye and spares the phone.
        if (percent - shown >= 20) { shown = percent; change(key, { percent }); }
      });
      leave(key);
      if (dropped.current.has(key)) return;
      faces.set(ref, path);
      changeDraft((draft) => withPicture(draft, identity, { ref, at: now() }));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      change(key, { percent: null, failed: error.message });
    }
  };
  const queue = (key: string, path: string) => {
    const { identity } = draftNow();
    if (identity !== null) line.current = line.current.then(() => deliver(key, path, identity));
  };

  const add = (paths: readonly string[]) => {
    const fresh = paths.map((path): Going => ({ key: newKey(), path, percent: null, failed: null }));
    setGoing((all) => [...all, ...fresh]);
    for (const { key, path } of fresh) queue(key, path);
  };
  const again = (key: string) => {
    const one = going.find((each) => each.key === key);
    if (!one || one.failed === null) return;
    change(key, { failed: null });
    queue(key, one.path);
  };
  const drop = (key: string) => { dropped.current.add(key); leave(key); };
  const dropAll = () => going.forEach(({ key }) => drop(key));
  return { going, add, again, drop, dropAll };
}

/** Takes pictures out of the draft. Of those under an account the hall is told; the others it forgets by itself within a day. */
export function dropPictures(refs: readonly string[]): void {
  const { identity } = draftNow();
  if (identity === 'named') for (const ref of refs) remove(`/resident/suggestion-pictures/${ref}`).catch(() => undefined);
  changeDraft((draft) => ({ ...draft, pictures: draft.pictures.filter(({ ref }) => !refs.includes(ref)) }));
}
