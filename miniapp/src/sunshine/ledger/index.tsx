import type { LedgerStateView } from '@hall/shared/api/views';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { get } from '../../kit/api.ts';
import { dayInFull } from '../../kit/clock.ts';
import { copy as words } from '../../kit/copy/sunshine.ts';
import { go } from '../../kit/navigate.ts';
import { useResource } from '../../kit/resource.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Card, Facts, Notice, Row } from '../../kit/ui/card.tsx';
import { Choice } from '../../kit/ui/choice.tsx';
import { Screen } from '../../kit/ui/screen.tsx';
import { Steps } from '../../kit/ui/steps.tsx';
import { offerFile } from '../offer-file.ts';
import '../sunshine.scss';

const copy = words.ledger;
const PARTS = ['check', 'engineer'] as const;
const ON_COMPUTER = process.env.TARO_ENV === 'h5';

/** What the ledger is, where it stands, and how anybody checks it. */
export default function SunshineLedger() {
  const page = useResource('ledger', () => get<LedgerStateView>('/public/ledger'), { keep: true });
  const [part, setPart] = useState<(typeof PARTS)[number]>('check');
  const [offered, setOffered] = useState(false);
  const offer = (path: string, name: string) => { void offerFile(path, name).then(() => setOffered(!ON_COMPUTER), () => undefined); };
  return (
    <Screen id='sunshine-ledger-page' of={page} skeleton='page'>
      {({ hall, ledger, entries, waiting, publicKey, checkpoint }) => (
        <>
          <View className='title'>{copy.title}</View>
          <View>{copy.intro}</View>
          <View className='secondary'>{copy.noNames}</View>
          {checkpoint === null && <Notice id='not-sealed' tone='info'>{copy.none}</Notice>}
          {checkpoint !== null && (
            <Card id='seal'>
              <View className='secondary'>{`${dayInFull(checkpoint.day)} ${copy.seal}`}</View>
              <View id='short-code' className='code'>{checkpoint.shortCode}</View>
              <Facts of={[[copy.entries, `${copy.entriesOf(entries)}${waiting > 0 ? `，${copy.waiting(waiting)}` : ''}`]]} />
            </Card>
          )}
          <Card className='card--rows'>
            <Row id='about' icon='info' title={copy.about} detail={copy.aboutDetail} onTap={() => go('/sunshine/about/index')} />
            <Row id='leaf' icon='book-open-text' title={copy.leaf} detail={copy.leafDetail} onTap={() => go('/sunshine/entries/index')} />
          </Card>
          <Choice id='part' label={copy.part} tight options={PARTS.map((value) => ({ value, label: copy.parts[value] }))} chosen={[part]} onChoose={setPart} />
          {/* In a box of its own: what changes in it does not send the rest of the page again. */}
          <View className='part'>
            {part === 'check' && <Card><Steps of={copy.steps.map(([title, detail]) => ({ key: title, title, detail, state: 'ahead' }))} />{checkpoint !== null && <View id='command' className='raw'>{copy.command(checkpoint.day, checkpoint.shortCode)}</View>}<View className='secondary'>{copy.askSomebody}</View></Card>}
            {part === 'engineer' && <Card id='engineer'>{copy.engineer.map((line) => <View key={line}>{line}</View>)}<Facts of={[[copy.code, `${hall} ${ledger ?? ''}`]]} /><View className='secondary'>{copy.key}</View><View id='public-key' className='raw'>{publicKey}</View></Card>}
          </View>
          {checkpoint !== null && <Button id='download' kind='quiet' icon={ON_COMPUTER ? 'book-open-text' : 'copy'} onTap={() => offer('/api/public/ledger/export', `ledger-${checkpoint.day}.jsonl`)}>{ON_COMPUTER ? copy.download : copy.copyLink}</Button>}
          <Button id='verifier' kind='quiet' icon={ON_COMPUTER ? 'shield-check' : 'copy'} onTap={() => offer('/verify-ledger.mjs', 'verify-ledger.mjs')}>{ON_COMPUTER ? copy.verifier : copy.copyVerifier}</Button>
          <View className='part'>{offered && <Notice id='copied' tone='ok'>{copy.copied}</Notice>}</View>
        </>
      )}
    </Screen>
  );
}
