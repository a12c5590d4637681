import { Image, View } from '@tarojs/components';
import { useState } from 'react';
import { ApiError } from '../api.ts';
import { copy as words } from '../copy/kit.ts';
import { newKey } from '../intent.ts';
import { takePicture } from '../pictures.ts';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';

const copy = words.picture;
type Upload = { path: string; key: string } & ({ kind: 'sending'; percent: number } | { kind: 'failed'; message: string });

interface Props {
  id: string;
  label: string;
  guidance: string;
  /** Sends the file; whole percents come back. Throws an ApiError. */
  upload: (filePath: string, key: string, onProgress: (percent: number) => void) => Promise<void>;
  /** Tells where on the phone the picture just sent lies, so that it can be shown without asking the server. */
  onSent?: (filePath: string) => void;
}

/** Guidance first, then the camera; then progress, and one tap to try again with the same picture. */
export function PictureTaker({ id, label, guidance, upload, onSent }: Props) {
  const [guiding, setGuiding] = useState(false);
  const [now, setNow] = useState<Upload | null>(null);

  const send = async (path: string, key: string) => {
    let shown = 0;
    setNow({ kind: 'sending', path, key, percent: 0 });
    try {
      await upload(path, key, (percent) => {
        // Every tenth is enough for the eye and spares the phone.
        if (percent - shown >= 10) { shown = percent; setNow({ kind: 'sending', path, key, percent }); }
      });
      setNow(null);
      onSent?.(path);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setNow({ kind: 'failed', path, key, message: error.message });
    }
  };
  const take = async (source: 'camera' | 'album') => {
    const path = await takePicture(source);
    setGuiding(false);
    if (path !== null) await send(path, newKey());
  };

  // One box around it all: a step of the upload crosses to the view as this box, not as the page around it.
  return (
    <View className='stack'>
      {now ? <Sending id={id} upload={now} onAgain={() => void send(now.path, now.key)} onOther={() => { setNow(null); setGuiding(true); }} />
        : <Button id={id} kind='quiet' icon='camera' onTap={() => setGuiding(true)}>{label}</Button>}
      {!now && guiding && <Guide id={id} label={label} guidance={guidance} onTake={(source) => void take(source)} onCancel={() => setGuiding(false)} />}
    </View>
  );
}

function Sending({ id, upload, onAgain, onOther }: { id: string; upload: Upload; onAgain: () => void; onOther: () => void }) {
  return (
    <View id={`${id}-upload`} className='upload'>
      <Image className='upload__picture' src={upload.path} mode='aspectFill' />
      <View className='upload__words'>
        <View>{upload.kind === 'sending' ? copy.sending(upload.percent) : upload.message}</View>
        {upload.kind === 'sending' && <View className='progress__line'><View className='progress__done' style={{ width: `${upload.percent}%` }} /></View>}
      </View>
      {upload.kind === 'failed' && (
        <View className='upload__acts pair'>
          <Button id={`${id}-retry`} kind='quiet' onTap={onAgain}>{copy.again}</Button>
          <Button id={`${id}-retake`} kind='plain' onTap={onOther}>{copy.other}</Button>
        </View>
      )}
    </View>
  );
}

function Guide({ id, label, guidance, onTake, onCancel }: { id: string; label: string; guidance: string; onTake: (source: 'camera' | 'album') => void; onCancel: () => void }) {
  return (
    <View id={`${id}-guide`} className='veil' catchMove>
      <View className='dialog'>
        <View className='dialog__title'>{label}</View>
        <View className='frame'><View className='frame__paper' /></View>
        <View>{guidance}</View>
        {copy.rules.map((rule) => <View key={rule} className='line secondary'><Icon name='check' size='small' place='frame__tick' />{rule}</View>)}
        <View className='dialog__acts'>
          <Button id={`${id}-camera`} icon='camera' onTap={() => onTake('camera')}>{copy.camera}</Button>
          <Button id={`${id}-album`} kind='quiet' icon='image' onTap={() => onTake('album')}>{copy.album}</Button>
          <Button id={`${id}-cancel`} kind='plain' onTap={onCancel}>{copy.cancel}</Button>
        </View>
      </View>
    </View>
  );
}
