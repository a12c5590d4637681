import type { ApplicationView } from '@hall/shared/api/views';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { spoken } from '../../kit/accessibility.ts';
import { get } from '../../kit/api.ts';
import { copy as words } from '../../kit/copy/enrolment.ts';
import { go, to } from '../../kit/navigate.ts';
import { useResource } from '../../kit/resource.ts';
import { withThumbnails } from '../../kit/thumbnails.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Notice } from '../../kit/ui/card.tsx';
import { Icon } from '../../kit/ui/icon.tsx';
import { Screen } from '../../kit/ui/screen.tsx';
import { Progress } from '../../kit/ui/steps.tsx';
import { TOTAL_STEPS } from '../form/form.view.ts';
import { MaterialCard } from '../material-card.tsx';
import { missing, pictureIdsOf } from './pictures.view.ts';
import '../enrolment.scss';

const copy = words.pictures;

export default function Pictures() {
  const { id = '' } = useRouter().params;
  const application = useResource(`application:${id}`, () => get<ApplicationView>(`/resident/applications/${id}`).then((it) => withThumbnails(it, pictureIdsOf(it))), { keep: true });
  const [warned, setWarned] = useState(false);
  return (
    <Screen id='enrolment-pictures-page' of={application} footer={(it) => (
      <>
        {warned && missing(it.materials).length > 0 && <View id='missing' className='field__error' {...spoken('alert')}><Icon name='circle-alert' size='small' /><View>{missing(it.materials).map((sentence) => <View key={sentence}>{sentence}</View>)}</View></View>}
        <Button id='next' onTap={() => { if (missing(it.materials).length > 0) setWarned(true); else go(to('/enrolment/review/index', { id })); }}>{copy.next}</Button>
      </>
    )}>
      {(it) => (
        <>
          <Progress id='progress' step={TOTAL_STEPS - 1} total={TOTAL_STEPS} title={copy.title} />
          <View className='secondary'>{copy.intro}</View>
          {it.materials.length === 0 && <Notice tone='ok'>{copy.none}</Notice>}
          {it.materials.map((material) => <MaterialCard key={material.code} application={it} material={material} put={application.put} />)}
        </>
      )}
    </Screen>
  );
}
