import type { MyRightsList } from '@hall/shared/api/views';
import { View } from '@tarojs/components';
import { ApiError, get } from '../../kit/api.ts';
import { copy as words } from '../../kit/copy/rights.ts';
import { go, to } from '../../kit/navigate.ts';
import { useResource } from '../../kit/resource.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Card, Notice, StateTag } from '../../kit/ui/card.tsx';
import { Screen } from '../../kit/ui/screen.tsx';
import { toneOf } from '../rights.view.ts';

const copy = words.list;

/** One's own cases; null when nobody is signed in: whoever is in trouble first reads what help there is. */
async function load(): Promise<{ list: MyRightsList | null }> {
  try {
    return { list: await get<MyRightsList>('/resident/rights') };
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) return { list: null };
    throw error;
  }
}

/** What help there is, and one's own cases. What they are about is not kept on the phone. */
export default function Rights() {
  const page = useResource('rights', load);
  return (
    <Screen id='rights-page' of={page} footer={({ list }) => (list === null ? <Button id='to-sign-in' icon='user-round' onTap={() => go('/account/sign-in/index')}>{copy.signIn}</Button>
      : <Button id='open-rights' icon='shield-check' onTap={() => go('/rights/open/index')}>{copy.open}</Button>)}>
      {({ list }) => (
        <>
          <Notice tone='info' title={copy.intro}>{copy.introDetail}</Notice>
          {list === null && <View className='secondary'>{copy.signedOut}</View>}
          {list !== null && list.items.length > 0 && <View className='heading'>{copy.mine}</View>}
          {list?.items.map((item) => (
            <Card key={item.id} id={`rights-${item.id}`} onTap={() => go(to('/rights/one/index', { id: item.id }))} label={item.topicLabel}>
              <View className='line line--apart'><View className='title'>{item.topicLabel}</View><StateTag tone={toneOf(item)}>{item.stateLabel}</StateTag></View>
              <View className='secondary'>{item.nextStep}</View>
              <View className='secondary'>{copy.owner(item.ownerLine)}</View>
            </Card>
          ))}
        </>
      )}
    </Screen>
  );
}
