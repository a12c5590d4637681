import type { PublicSuggestionPage } from '@hall/shared/api/views';
import { useState } from 'react';
import { get } from '../../kit/api.ts';
import { copy as words } from '../../kit/copy/voice.ts';
import { useIntent } from '../../kit/intent.ts';
import { useResource } from '../../kit/resource.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Empty, Failed, Stale, Trouble } from '../../kit/ui/screen.tsx';
import { Skeleton } from '../../kit/ui/skeleton.tsx';
import { SuggestionCard } from '../suggestion-card.tsx';
import { isEverything, pathOf, type Wish } from './list.view.ts';

const copy = words.list;
/** As many as cross to the view at once; the rest of a page waits here for a tap. */
const AT_ONCE = 5;

/** What fits one wish; another wish is another one of these. */
export function Found({ wish }: { wish: Wish }) {
  const first = useResource<PublicSuggestionPage>(`suggestions:${pathOf(wish)}`, () => get(pathOf(wish)), { keep: isEverything(wish) });
  const [later, setLater] = useState<PublicSuggestionPage | null>(null);
  const [shown, setShown] = useState(AT_ONCE);
  const more = useIntent(async (_, cursor: string) => {
    const next = await get<PublicSuggestionPage>(pathOf(wish, cursor));
    setLater((was) => ({ items: [...(was?.items ?? []), ...next.items], nextCursor: next.nextCursor }));
    setShown((was) => was + AT_ONCE);
  });
  if (first.data === null) return first.error ? <Failed error={first.error} retry={first.reload} /> : <Skeleton kind='list' />;
  const seen = new Set(first.data.items.map(({ id }) => id));
  const all = [...first.data.items, ...(later?.items ?? []).filter(({ id }) => !seen.has(id))];
  const cursor = later ? later.nextCursor : first.data.nextCursor;
  if (all.length === 0 && cursor === null) return <><Stale of={first} />{isEverything(wish) ? <Empty icon='messages-square' title={copy.empty} detail={copy.emptyDetail} /> : <Empty icon='search' title={copy.none} detail={copy.noneDetail} />}</>;
  return (
    <>
      <Stale of={first} />
      {all.length === 0 && <Empty icon='search' title={copy.notAmongNewer} detail={copy.notAmongNewerDetail} />}
      {all.slice(0, shown).map((suggestion) => <SuggestionCard key={suggestion.id} of={suggestion} />)}
      <Trouble error={more.error} />
      {all.length > shown ? <Button id='more' kind='quiet' onTap={() => setShown(shown + AT_ONCE)}>{copy.more}</Button>
        : cursor !== null && <Button id='more' kind='quiet' busy={more.busy} onTap={() => void more.run(cursor)}>{all.length === 0 ? copy.further : copy.more}</Button>}
    </>
  );
}
