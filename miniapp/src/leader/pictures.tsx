import type { FileLinkView } from '@hall/shared/api/views';
import { Image, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { spoken } from '../kit/accessibility.ts';
import { post } from '../kit/api.ts';
import { copy as words } from '../kit/copy/office.ts';
import { fileUrl } from '../kit/files.ts';
import { useIntent } from '../kit/intent.ts';
import { thumbnailOf } from '../kit/thumbnails.ts';
import { Icon } from '../kit/ui/icon.tsx';
import { Trouble } from '../kit/ui/screen.tsx';

const copy = words.one;

/**
 * Pictures somebody sent, small; a tap shows one large. Every look is by a link made for this person, good for two minutes.
 * @param linkPath where the link to a picture is asked for
 */
export function Pictures({ ids, linkPath }: { ids: readonly string[]; linkPath: (id: string) => string }) {
  const [shown, setShown] = useState<string | null>(null);
  const look = useIntent(async (_, id: string) => {
    const src = fileUrl((await post<FileLinkView>(linkPath(id))).url);
    // WeChat's own viewer turns and enlarges; a browser has the page's.
    if (process.env.TARO_ENV === 'weapp') await Taro.previewImage({ urls: [src], current: src });
    else setShown(src);
  });
  if (ids.length === 0) return null;
  return (
    <View className='stack'>
      <View id='pictures' className='looks'>
        {ids.map((id, at) => {
          const src = thumbnailOf(id);
          return <View key={id} id={`look-${at + 1}`} className='look' {...spoken('button', `${copy.pictures} ${at + 1}`)} onClick={() => void look.run(id)}>{src ? <Image className='look__image' src={src} mode='aspectFill' /> : <Icon name='image' />}</View>;
        })}
      </View>
      <Trouble error={look.error} />
      {shown !== null && <View id='picture-shown' className='veil look-large' onClick={() => setShown(null)}><Image className='look-large__image' src={shown} mode='widthFix' /><View className='look-large__close'>{copy.closePicture}</View></View>}
    </View>
  );
}
