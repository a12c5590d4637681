import { View } from '@tarojs/components';
import { SIGN_IN_NEEDED } from '../../kit/api.ts';
import { copy as words } from '../../kit/copy/voice.ts';
import { useIntent } from '../../kit/intent.ts';
import { go } from '../../kit/navigate.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Trouble } from '../../kit/ui/screen.tsx';
import { submitNamed, submitNameless } from '../submit.ts';

interface Props { word: string; /** Somebody has just said “me too”: handing in one's own is no longer the thing to do. */ quiet?: boolean; onSent: (id: string) => void }

/** Under one's account: the tap also asks whether a message may follow. */
export function SubmitNamed({ word, quiet = false, askToNotify, onSent }: Props & { askToNotify: () => Promise<void> }) {
  const submit = useIntent(async () => {
    await askToNotify();
    onSent((await submitNamed()).id);
  });
  return (
    <>
      <Trouble error={submit.error} />
      {submit.error?.code === SIGN_IN_NEEDED ? <Button id='to-sign-in' onTap={() => { submit.forget(); go('/account/sign-in/index'); }}>{words.write.signIn}</Button> : <Button id='submit' kind={quiet ? 'quiet' : 'primary'} busy={submit.busy} onTap={() => void submit.run()}>{word}</Button>}
    </>
  );
}

/** Without a name: nothing on this page asks the hall anything under an account, not even about messages. */
export function SubmitNameless({ word, onSent }: Props) {
  const submit = useIntent(async () => onSent((await submitNameless()).id));
  return (
    <>
      <Trouble error={submit.error} />
      {process.env.TARO_ENV === 'weapp' && <View className='small centred'>{words.similar.wechat}</View>}
      <Button id='submit' busy={submit.busy} onTap={() => void submit.run()}>{word}</Button>
    </>
  );
}
