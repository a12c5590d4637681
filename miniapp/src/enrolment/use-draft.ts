import type { ApplicationView, EnrolmentAnswers } from '@hall/shared/api/views';
import { useDidHide } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import { get, patch } from '../kit/api.ts';
import { now } from '../kit/clock.ts';
import { keep, recall } from '../kit/storage.ts';
import { DraftKeeper } from './draft-keeper.ts';
import { answersNow, type Pending, type SaveState } from './draft.state.ts';

export interface Draft {
  answers: EnrolmentAnswers;
  state: SaveState;
  change: (part: EnrolmentAnswers) => void;
  /** Sends what is pending now. True when the server has everything. */
  flush: () => Promise<boolean>;
  /** The version to send with the next act. */
  version: () => number;
}

/** A draft that saves itself, for the page that shows it. `onSaved` hears each newer state of the case. */
export function useDraft(application: ApplicationView, onSaved: (newer: ApplicationView) => void): Draft {
  const saved = useRef(onSaved);
  saved.current = onSaved;
  const [held, setHeld] = useState<{ pending: Pending; state: SaveState }>(() => ({
    pending: recall<Pending>('person', shelf(application.id)) ?? {}, state: { kind: 'server', at: application.savedAt },
  }));
  const [keeper] = useState(() => new DraftKeeper({
    send: (id, version, answers) => patch<ApplicationView>(`/resident/applications/${id}/draft`, { version, answers }),
    read: (id) => get<ApplicationView>(`/resident/applications/${id}`),
    remember: (pending) => { keep('person', shelf(application.id), pending); },
    now,
    changed: (pending, state) => setHeld({ pending, state }),
    saved: (newer) => saved.current(newer),
  }, application, held.pending));
  keeper.learn(application);

  useEffect(() => {
    void keeper.flush();
    return () => keeper.leave();
  }, [keeper]);
  useDidHide(() => { void keeper.flush(); });

  return { answers: answersNow(application, held.pending), state: held.state, change: (part) => keeper.change(part), flush: () => keeper.flush(), version: () => keeper.latest.version };
}

const shelf = (id: string) => `draft:${id}`;
