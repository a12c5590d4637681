import { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import type { Draft } from './draft.ts';
import { draftNow, onDraftChange } from './draft-shelf.ts';

/** The draft as it is now. A page behind another one is not redrawn until it is seen again. */
export function useDraft(): Draft {
  const [draft, setDraft] = useState(draftNow);
  const shown = useRef(true);
  useEffect(() => onDraftChange(() => { if (shown.current) setDraft(draftNow()); }), []);
  useDidShow(() => { shown.current = true; setDraft(draftNow()); });
  useDidHide(() => { shown.current = false; });
  return draft;
}
