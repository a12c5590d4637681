import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { copy as words } from '../../kit/copy/star.ts';
import { useIntent } from '../../kit/intent.ts';
import { back, backTo, to } from '../../kit/navigate.ts';
import { owner } from '../../kit/session.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Card, Facts, Notice } from '../../kit/ui/card.tsx';
import { Confirm } from '../../kit/ui/confirm.tsx';
import { Empty, Page, Trouble } from '../../kit/ui/screen.tsx';
import { forgetVote, keptVote } from '../kept-votes.ts';
import { prove, type Proof } from '../prove.ts';
import '../star.scss';

const copy = words.receipt;
const FINDINGS = { 'not-yet': ['info', copy.notYet, copy.notYetDetail], different: ['accent', copy.different, copy.differentDetail], unknown: ['accent', copy.unknown, copy.unknownDetail], 'too-old': ['warn', copy.tooOld, copy.tooOldDetail] } as const;

/** The receipt of one's own vote, and the proof that it was counted: computed here, not told. */
export default function StarReceipt() {
  const { id = '' } = useRouter().params;
  const account = owner();
  const receipt = keptVote(account, id)?.receipt ?? null;
  const [proof, setProof] = useState<Proof | null>(null);
  const [forgetting, setForgetting] = useState(false);
  const check = useIntent(async () => {
    setProof(null);
    if (receipt) setProof(await prove(receipt));
  });
  if (!receipt || account === null) return <Page id='star-receipt-page'><Empty icon='file-text' title={copy.none} detail={copy.noneDetail} action={<Button id='to-round' kind='quiet' onTap={() => backTo(to('/star/vote/index', { id }))}>{copy.toRound}</Button>} /></Page>;
  return (
    <Page id='star-receipt-page'>
      {proof === null && <Notice id='thanks' tone='ok' title={copy.thanks}>{copy.thanksDetail}</Notice>}
      <Card id='receipt'><Facts of={[[copy.month, words.vote.title(receipt.monthLabel)], [copy.forWhom, receipt.candidateName], [copy.ballot, receipt.ballot]]} /></Card>
      <Notice tone='warn' title={copy.warning}>{copy.warningDetail}</Notice>
      <Trouble error={check.error} />
      <Button id='check' icon='shield-check' busy={check.busy} onTap={() => void check.run()}>{copy.check}</Button>
      {proof && <View id={`proof-${proof.found}`} className='stack'><Finding of={proof} /></View>}
      <Button id='forget' kind='plain' onTap={() => setForgetting(true)}>{copy.forget}</Button>
      {forgetting && <Confirm id='forget-ask' title={copy.forgetAsk} yes={copy.forgetYes} no={copy.forgetNo} danger onYes={() => { forgetVote(account, id); back(); }} onNo={() => setForgetting(false)}>{copy.forgetDetail}</Confirm>}
    </Page>
  );
}

function Finding({ of }: { of: Proof }) {
  if (of.found !== 'counted') {
    const [tone, title, detail] = FINDINGS[of.found];
    return <Notice tone={tone} title={title}>{detail}</Notice>;
  }
  return (
    <>
      <Notice tone='ok' title={copy.counted}>{copy.countedDetail(of.ballots)}</Notice>
      <Card>
        <View className='heading'>{copy.how}</View>
        {copy.howLines(of.steps).map((line, at) => <View key={line}>{at + 1}. {line}</View>)}
        <View className='secondary'>{copy.root}</View>
        <View className='secondary star-code'>{of.root}</View>
      </Card>
    </>
  );
}
