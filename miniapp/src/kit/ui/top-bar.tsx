import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { spoken } from '../accessibility.ts';
import { copy } from '../copy/kit.ts';
import { back } from '../navigate.ts';
import { Icon } from './icon.tsx';

/** The browser has no title bar of its own: title, and the way back where there is one. */
export function TopBar() {
  // Kept from the first drawing: a page behind another is drawn again too, and the page in front then is not this one.
  const [page] = useState(() => Taro.getCurrentInstance().page);
  const tab = page?.path?.startsWith('/tabs/') ?? true;
  return (
    <View className='top-bar'>
      {!tab && <View id='back' className='top-bar__back' {...spoken('button', copy.back)} onClick={back}><Icon name='chevron-left' /></View>}
      <View className='top-bar__title'>{page?.config?.navigationBarTitleText ?? ''}</View>
    </View>
  );
}
