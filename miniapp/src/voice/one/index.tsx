import type { FileLinkView, MySuggestionView, SuggestionPictureView } from '@hall/shared/api/views';
import { Image, View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { spoken } from '../../kit/accessibility.ts';
import { get, post } from '../../kit/api.ts';
import { copy as words } from '../../kit/copy/voice.ts';
import { fileUrl } from '../../kit/files.ts';
import { useIntent } from '../../kit/intent.ts';
import { useResource } from '../../kit/resource.ts';
import { owner } from '../../kit/session.ts';
import { thumbnailOf, withThumbnails } from '../../kit/thumbnails.ts';
import { Icon } from '../../kit/ui/icon.tsx';
import { Screen, Trouble } from '../../kit/ui/screen.tsx';
import { useAuthorActs } from '../author-acts.tsx';
import { Authored } from '../authored.tsx';
import '../voice.scss';

const copy = words.one;

/** One of my suggestions, said under my account. */
export default function One() {
  const { id = '' } = useRouter().params;
  const one = useResource(`suggestion:${id}`, () => get<MySuggestionView>(`/resident/suggestions/${id}`).then((it) => withThumbnails(it, it.pictures.map((picture) => picture.id))), { keep: true });
  const acts = useAuthorActs(one, (move, body, key) => post<MySuggestionView>(`/resident/suggestions/${id}/${move}`, body, { key }), { whose: owner(), name: `reopen:${id}` });
  return (
    <Screen id='my-suggestion-page' of={one} skeleton='page' footer={() => acts.footer}>
      {(suggestion) => <><Authored of={suggestion} pictures={suggestion.pictures.length > 0 ? <Pictures of={suggestion.pictures} /> : null} />{acts.withdraw}{acts.dialogs}</>}
    </Screen>
  );
}

/** In small; a tap opens one in large by a link that is good for two minutes. */
function Pictures({ of }: { of: readonly SuggestionPictureView[] }) {
  const [shown, setShown] = useState<string | null>(null);
  const look = useIntent(async (key, id: string) => {
    const { url } = await post<FileLinkView>(`/resident/pictures/${id}/link`, {}, { key });
    if (process.env.TARO_ENV === 'weapp') await Taro.previewImage({ urls: [fileUrl(url)] });
    else setShown(fileUrl(url));
  });
  return (
    <>
      <View className='own-pictures'>
        {of.map(({ id }, at) => {
          const src = thumbnailOf(id);
          return <View key={id} id={`look-${at + 1}`} className='own-picture' {...spoken('button', copy.picture(at + 1))} onClick={() => void look.run(id)}>{src ? <Image className='own-picture__image' src={src} mode='aspectFill' /> : <Icon name='image' />}</View>;
        })}
      </View>
      <Trouble error={look.error} />
      {shown && <View id='picture-shown' className='veil own-shown' onClick={() => setShown(null)}><Image className='own-shown__image' src={shown} mode='widthFix' aria-label={copy.pictures} /><View className='own-shown__close'>{copy.close}</View></View>}
    </>
  );
}
