import type { ApplicationView, EnrolmentAnswers } from '@hall/shared/api/views';
import { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import { get, patch } from '../kit/api.ts';
import { now } from '../kit/clock.ts';
import { onSessionChange, owner } from '../kit/session.ts';
import { keepUnsent, recallUnsent } from '../kit/unsent.ts';
import { DraftKeeper } from './draft-keeper.ts';
import { answersNow, type Pending, type SaveState } from './draft.state.ts';

/** One keeper a case, whichever of its pages are open: two would send the same words twice. */
const keepers = new Map<string, DraftKeeper>();
let whose = owner();
// Only another person's coming clears them: a session that ran out over a page must not take its words along.
onSessionChange(() => {
  if (owner() === whose) return;
  whose = owner();
  keepers.clear();
});

function keeperOf(application: ApplicationView): DraftKeeper {
  const known = keepers.get(application.id);
  if (known) return known;
  const name = `draft:${application.id}`;
  const writer = owner() ?? '';
  const keeper = new DraftKeeper({
    send: (id, version, answers) => patch<ApplicationView>(`/resident/applications/${id}/draft`, { version, answers }),
    read: (id) => get<ApplicationView>(`/resident/applications/${id}`),
    remember: (pending) => { keepUnsent(writer, name, pending, now()); },
    now,
  }, application, recallUnsent<Pending>(writer, name) ?? {});
  keepers.set(application.id, keeper);
  return keeper;
}

export interface Draft {
  application: ApplicationView;
  answers: EnrolmentAnswers;
  state: SaveState;
  change: (part: EnrolmentAnswers) => void;
  /** Sends what is pending now. True when the server has everything. */
  flush: () => Promise<boolean>;
  /** The version to send with the next act. */
  version: () => number;
}

/** A draft that saves itself, for the page that shows it. A page behind another one is not redrawn. */
export function useDraft(application: ApplicationView): Draft {
  const keeper = keeperOf(application);
  const [held, setHeld] = useState(() => {
    // Before the first drawing: the keeper may remember the case from before it was handed in and came back.
    keeper.learn(application);
    return keeper.held;
  });
  const shown = useRef(true);

  useEffect(() => {
    keeper.learn(application);
  }, [keeper, application]);
  useEffect(() => {
    const stop = keeper.subscribe(() => { if (shown.current) setHeld(keeper.held); });
    setHeld(keeper.held);
    void keeper.flush();
    return () => { stop(); void keeper.flush(); };
  }, [keeper]);
  // Back from signing in again, for one: what waited goes out now.
  useDidShow(() => { shown.current = true; setHeld(keeper.held); void keeper.flush(); });
  useDidHide(() => { shown.current = false; void keeper.flush(); });

  return {
    application: held.application, answers: answersNow(held.application, held.pending), state: held.state,
    change: (part) => keeper.change(part), flush: () => keeper.flush(), version: () => keeper.held.application.version,
  };
}
