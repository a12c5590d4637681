import type { ApplicationCardView, MatterCardView, RelativeView } from '@hall/shared/api/views';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { list } from '../../kit/api.ts';
import { copy as words } from '../../kit/copy/visit.ts';
import { go, to } from '../../kit/navigate.ts';
import { useResource } from '../../kit/resource.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Screen } from '../../kit/ui/screen.tsx';
import { spell } from '../errands.ts';
import { expressCase, firstChoice, wish, type Choosing } from './book.view.ts';
import { ChooseMatters } from './choose-matters.tsx';

const load = async () => {
  const [applications, relatives, matters] = await Promise.all([list<ApplicationCardView>('/resident/applications'), list<RelativeView>('/resident/relatives'), list<MatterCardView>('/public/matters')]);
  return { applications, relatives, matters };
};

/** What for, and for whom; the day and the time come next. */
export default function Book() {
  const { applicationId, matterId } = useRouter().params;
  const base = useResource('book', load);
  const [own, setOwn] = useState<Choosing | null>(null);
  const choosing = own ?? (base.data ? firstChoice(base.data.applications, base.data.matters, { applicationId, matterId }, base.data.relatives.length > 0) : { errands: [], chosen: [] });
  const wanted = choosing.errands.filter((errand) => choosing.chosen.includes(errand.key));
  return (
    <Screen id='book-page' of={base} footer={() => (
      <Button id='next' disabled={wanted.length === 0} onTap={() => go(to('/visit/day/index', { errands: spell(wanted.map(wish)), express: expressCase(wanted) }))}>{words.book.next}</Button>
    )}>
      {({ relatives, matters }) => <ChooseMatters {...choosing} matters={matters} relatives={relatives} onChange={setOwn} />}
    </Screen>
  );
}
