import type { ActivityView, MyActivityView } from '@hall/shared/api/views';
import { View } from '@tarojs/components';
import { ApiError, list } from '../../kit/api.ts';
import { now, today } from '../../kit/clock.ts';
import { copy as words } from '../../kit/copy/activity.ts';
import { go, to } from '../../kit/navigate.ts';
import { useResource } from '../../kit/resource.ts';
import { Card, StateTag } from '../../kit/ui/card.tsx';
import { Screen } from '../../kit/ui/screen.tsx';
import { cardLine, shelvesOf, toneOf, whenInWords } from '../activity.view.ts';
import '../activity.scss';

const copy = words.list;

/** Everybody sees what is on; whoever is signed in sees their own first. */
async function load(): Promise<{ all: ActivityView[]; own: MyActivityView[] }> {
  const own = list<MyActivityView>('/resident/activities').catch((error: unknown) => {
    if (error instanceof ApiError && error.status === 401) return [];
    throw error;
  });
  const [all, mine] = await Promise.all([list<ActivityView>('/public/activities'), own]);
  return { all, own: mine };
}

export default function Activities() {
  const page = useResource('activities', load, { keep: true });
  return (
    <Screen id='activities-page' of={page} empty={{ when: ({ all, own }) => all.length + own.length === 0, icon: 'calendar-plus', title: copy.empty, detail: copy.emptyDetail }}>
      {({ all, own }) => {
        const { mine, coming, past } = shelvesOf(all, own, now());
        return (
          <>
            {mine.length > 0 && <View className='heading'>{copy.mine}</View>}
            {mine.map((activity) => <ActivityCard key={activity.id} activity={activity} />)}
            <View className='heading'>{copy.coming}</View>
            {coming.length === 0 && <View className='secondary'>{copy.none}</View>}
            {coming.map((activity) => <ActivityCard key={activity.id} activity={activity} />)}
            {past.length > 0 && <View className='heading'>{copy.past}</View>}
            {past.slice(0, 6).map((activity) => <ActivityCard key={activity.id} activity={activity} />)}
          </>
        );
      }}
    </Screen>
  );
}

function ActivityCard({ activity }: { activity: ActivityView }) {
  const line = cardLine(activity);
  return (
    <Card id={`activity-${activity.id}`} onTap={() => go(to('/activity/one/index', { id: activity.id }))} label={activity.title}>
      <View className='title'>{activity.title}</View>
      <View>{whenInWords(activity, today())}，{activity.place}</View>
      <View className='line line--apart'><StateTag tone={toneOf(activity)}>{activity.stateLabel}</StateTag>{line && <View className='secondary activity-places'>{line}</View>}</View>
    </Card>
  );
}
