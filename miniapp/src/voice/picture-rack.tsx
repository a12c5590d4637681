import { SUGGESTION_LIMITS } from '@hall/shared/suggestion/suggestion.rules';
import { Image, View } from '@tarojs/components';
import { spoken } from '../kit/accessibility.ts';
import { copy as words } from '../kit/copy/voice.ts';
import { takePictures } from '../kit/pictures.ts';
import { Button } from '../kit/ui/button.tsx';
import { Icon } from '../kit/ui/icon.tsx';
import type { DraftPicture } from './draft.ts';
import { dropPictures, faceOfPicture, type Going, type Uploads } from './uploads.ts';

const copy = words.write;

/** The pictures of a suggestion side by side: those that are there, those on their way, and those that did not go through. */
export function PictureRack({ pictures, uploads }: { pictures: readonly DraftPicture[]; uploads: Uploads }) {
  const count = pictures.length + uploads.going.length;
  const left = SUGGESTION_LIMITS.pictures - count;
  const failed = uploads.going.find((one) => one.failed !== null)?.failed;
  const take = async () => uploads.add(await takePictures(left));
  return (
    <View className='stack'>
      {count > 0 && (
        <View id='rack' className='rack'>
          {pictures.map(({ ref }, at) => <Kept key={ref} picture={ref} at={at + 1} />)}
          {uploads.going.map((one, at) => <OnItsWay key={one.key} one={one} at={pictures.length + at + 1} uploads={uploads} />)}
        </View>
      )}
      {failed && <View id='upload-failed' className='field__error' {...spoken('alert')}><Icon name='circle-alert' size='small' /><View>{failed}</View></View>}
      {left > 0 && <Button id='add-picture' kind='quiet' icon='camera' onTap={() => void take()}>{count === 0 ? copy.addPicture : copy.morePictures}</Button>}
      {count > 0 && left > 0 && <View className='small centred'>{copy.left(left)}</View>}
    </View>
  );
}

function Kept({ picture, at }: { picture: string; at: number }) {
  const face = faceOfPicture(picture);
  return (
    <View id={`picture-${at}`} className='rack__one'>
      {face ? <Image className='rack__face' src={face} mode='aspectFill' aria-label={copy.picture(at)} /> : <View className='rack__face'><Icon name='image' /></View>}
      <View className='rack__words'>{`${copy.picture(at)}\n${copy.kept}`}</View>
      <View className='rack__acts'><Act id={`drop-${at}`} onTap={() => dropPictures([picture])}>{copy.drop}</Act></View>
    </View>
  );
}

function OnItsWay({ one, at, uploads }: { one: Going; at: number; uploads: Uploads }) {
  const said = one.failed ? copy.failed : one.percent === null ? copy.waiting : copy.sending(one.percent);
  return (
    <View id={`going-${at}`} className={`rack__one${one.failed ? ' rack__one--failed' : ''}`} {...(one.failed ? { 'aria-label': one.failed } : {})}>
      <Image className='rack__face' src={one.path} mode='aspectFill' aria-label={copy.picture(at)} />
      <View className='rack__words'>{said}</View>
      <View className='rack__acts'>
        {one.failed && <Act id={`again-${at}`} onTap={() => uploads.again(one.key)}>{copy.again}</Act>}
        <Act id={`cancel-${at}`} onTap={() => uploads.drop(one.key)}>{copy.drop}</Act>
      </View>
    </View>
  );
}

function Act({ id, onTap, children }: { id: string; onTap: () => void; children: string }) {
  return <View id={id} className='rack__act' {...spoken('button')} onClick={onTap}>{children}</View>;
}
