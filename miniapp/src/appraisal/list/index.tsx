import type { AppraisalView } from '@hall/shared/api/views';
import { View } from '@tarojs/components';
import { list } from '../../kit/api.ts';
import { copy as words } from '../../kit/copy/appraisal.ts';
import { go, to } from '../../kit/navigate.ts';
import { useResource } from '../../kit/resource.ts';
import { Card, StateTag } from '../../kit/ui/card.tsx';
import { Screen } from '../../kit/ui/screen.tsx';
import { stateOf, toneOf } from '../appraisal.view.ts';

const copy = words.list;
const load = () => list<AppraisalView>('/public/appraisals');

/** Every appraisal there was, the newest first. */
export default function Appraisals() {
  const page = useResource('appraisals', load, { keep: true });
  return (
    <Screen id='appraisals-page' of={page} empty={{ when: (items) => items.length === 0, icon: 'message-square-heart', title: copy.empty, detail: copy.emptyDetail }}>
      {(items) => (
        <>
          <View className='secondary'>{copy.intro}</View>
          {items.map((one) => (
            <Card key={one.id} id={`appraisal-${one.id}`} onTap={() => go(to('/appraisal/result/index', { id: one.id }))} label={one.departmentName}>
              <View className='line line--apart'><View className='title'>{one.departmentName}</View><StateTag tone={toneOf(one)}>{stateOf(one)}</StateTag></View>
              <View>{one.sentence}</View>
            </Card>
          ))}
        </>
      )}
    </Screen>
  );
}
