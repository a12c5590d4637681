import { groupedCode } from '@hall/shared/suggestion/tracking-code.rules';
import { View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { copy as words } from '../../kit/copy/voice.ts';
import { replace, to } from '../../kit/navigate.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Confirm } from '../../kit/ui/confirm.tsx';
import { Icon } from '../../kit/ui/icon.tsx';
import { Empty, Page } from '../../kit/ui/screen.tsx';
import { EditsKept } from '../edits-kept.tsx';
import { forgetCode, keptCode } from '../kept-codes.ts';
import '../voice.scss';

const copy = words.code;

/** The tracking code so large that it can be copied by hand or photographed. It never leaves this phone by itself. */
export default function Code() {
  const { id = '', done } = useRouter().params;
  const [kept, setKept] = useState(() => keptCode(id));
  const [copied, setCopied] = useState(false);
  const [forgetting, setForgetting] = useState(false);
  if (kept === null) return <Page id='code-page'><Empty icon='key-round' title={copy.gone} detail={copy.goneDetail} action={<Button id='type-code' onTap={() => replace('/voice/track/index')}>{copy.type}</Button>} /></Page>;
  const groups = groupedCode(kept.code).split('-');
  return (
    <Page id='code-page' footer={<Button id='look' onTap={() => replace(to('/voice/track/index', { kept: id }))}>{copy.look}</Button>}>
      {done === 'yes' && <View id='done' className='notice tone-ok'><View className='notice__icon'><Icon name='circle-check' /></View><View className='notice__words'><View className='notice__title'>{copy.done}</View></View></View>}
      <EditsKept id={id} />
      <View className='code-paper'>
        <View className='title'>{copy.title}</View>
        <View id='code' className='code-paper__code'>
          <View className='code-paper__part'>{groups.slice(0, 2).join('-')}-</View>
          <View className='code-paper__part'>{groups.slice(2).join('-')}</View>
        </View>
        <View>{copy.keep}</View>
        <View className='secondary'>{copy.lost}</View>
      </View>
      <Button id='copy' kind='quiet' icon={copied ? 'check' : 'copy'} onTap={() => void Taro.setClipboardData({ data: groupedCode(kept.code) }).then(() => setCopied(true), () => undefined)}>{copied ? copy.copied : copy.copy}</Button>
      <View className='secondary'>{copy.onPhone}</View>
      <Button id='forget' kind='plain' onTap={() => setForgetting(true)}>{copy.forget}</Button>
      {forgetting && <Confirm id='forget-ask' title={copy.forgetAsk} yes={copy.forgetYes} danger onYes={() => { forgetCode(id); setForgetting(false); setKept(null); }} onNo={() => setForgetting(false)}>{copy.forgetDetail}</Confirm>}
    </Page>
  );
}
