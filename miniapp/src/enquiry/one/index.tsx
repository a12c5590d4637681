import type { EnquiryView, FileLinkView } from '@hall/shared/api/views';
import { Image, View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { spoken } from '../../kit/accessibility.ts';
import { get, post } from '../../kit/api.ts';
import { showFirst } from '../../kit/attention.ts';
import { momentInWords, today } from '../../kit/clock.ts';
import { copy as words } from '../../kit/copy/enquiry.ts';
import { fileUrl } from '../../kit/files.ts';
import { useIntent } from '../../kit/intent.ts';
import { callPhone } from '../../kit/navigate.ts';
import { orNewest } from '../../kit/newest.ts';
import { useResource } from '../../kit/resource.ts';
import { thumbnailOf, withThumbnails } from '../../kit/thumbnails.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Card, Facts, Notice, StateTag } from '../../kit/ui/card.tsx';
import { Confirm } from '../../kit/ui/confirm.tsx';
import { Icon } from '../../kit/ui/icon.tsx';
import { LongText } from '../../kit/ui/long-text.tsx';
import { Screen, Trouble } from '../../kit/ui/screen.tsx';
import { Steps } from '../../kit/ui/steps.tsx';
import { courseOf, faceOf, sayingsOf } from '../enquiry.view.ts';
import { AskAgain, forgetAgain } from './ask-again.tsx';
import '../enquiry.scss';

const copy = words.one;

async function read(id: string): Promise<EnquiryView> {
  const enquiry = await get<EnquiryView>(`/resident/enquiries/${id}`);
  return withThumbnails(enquiry, enquiry.pictures.map(({ pictureId }) => pictureId));
}

/** One question: where it stands, what was answered, whether it helped, and how it went. */
export default function One() {
  const { id = '' } = useRouter().params;
  const one = useResource(`enquiry:${id}`, () => read(id), { keep: true, everyMs: 30_000 });
  const [asking, setAsking] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const step = useIntent(async (_, path: string, body: object) => {
    one.put(await orNewest(one, () => post<EnquiryView>(`/resident/enquiries/${id}/${path}`, body)));
    if (path === 'ask-again') forgetAgain(id);
    setAsking(false);
    setLeaving(false);
  });
  const run = (enquiry: EnquiryView, path: string, more: object = {}) => void step.run(path, { version: enquiry.version, ...more });
  const footer = (it: EnquiryView) => {
    if (asking) return undefined;
    const again = it.actions.includes('ask-again') ? <Button id='again' kind='quiet' icon='message-circle-question-mark' onTap={() => { step.forget(); setAsking(true); showFirst('#ask-again'); }}>{copy.again}</Button> : null;
    const trouble = leaving ? null : <Trouble error={step.error} />;
    if (it.actions.includes('confirm')) return <>{trouble}<View className='pair'><Button id='confirm' icon='thumbs-up' busy={step.busy} onTap={() => run(it, 'confirm')}>{copy.helpful}</Button>{again}</View></>;
    return again ? <>{trouble}{again}</> : undefined;
  };
  return (
    <Screen id='enquiry-page' of={one} skeleton='page' footer={footer}>
      {(it) => (
        <>
          <Card id='state'>
            <StateTag id='state-tag' {...faceOf(it)}>{it.stateLabel}</StateTag>
            <View>{it.nextStep}</View>
            {it.due?.overdue && <Notice id='overdue' tone='accent' title={copy.late}>{copy.lateDetail}</Notice>}
            {it.offeredTo && <Notice id='offered' tone='info'>{copy.offered(it.offeredTo)}</Notice>}
            <Facts of={[
              [copy.with, it.ownerName ? [`${it.ownerName} ${it.ownerPost ?? ''}`.trim(), it.actingName ? copy.acting(it.actingName) : null].filter(Boolean).join('，') : copy.nobody],
              [copy.due, it.due?.dueAt ? momentInWords(it.due.dueAt, today()) : it.due?.stateLabel], [copy.extension, it.due?.extension], [copy.to, it.addresseeLabel], [copy.number, it.number],
            ]} />
          </Card>
          {asking && <AskAgain id={id} busy={step.busy} onSend={(text) => run(it, 'ask-again', { text })} onCancel={() => setAsking(false)} />}
          {asking && <Trouble error={step.error} />}
          {sayingsOf(it.steps).map((saying) => (
            <Card key={saying.key} id={`said-${saying.key}`} className={saying.answer ? 'said-card--answer' : 'said-card--asked'}>
              <View className='line line--apart'><View className='title'>{saying.heading}</View><View className='small figures'>{momentInWords(saying.at, today())}</View></View>
              <LongText id={`words-${saying.key}`} signs={saying.answer ? 600 : 160}>{saying.words}</LongText>
              {saying.by && <View className='secondary'>{saying.by}</View>}
            </Card>
          ))}
          {it.pictures.length > 0 && <><View className='heading'>{copy.pictures}</View><Pictures ids={it.pictures.map(({ pictureId }) => pictureId)} /></>}
          <View className='heading'>{copy.process}</View>
          <Card><Steps id='timeline' of={courseOf(it, today())} /></Card>
          <Button id='call' kind='quiet' icon='phone' onTap={() => callPhone(it.callPhone)}>{copy.call}</Button>
          {it.actions.includes('withdraw') && <Button id='withdraw' kind='plain' onTap={() => { step.forget(); setLeaving(true); }}>{copy.withdraw}</Button>}
          {leaving && <Confirm id='withdraw-ask' title={copy.withdrawAsk} yes={copy.withdrawYes} danger busy={step.busy} onYes={() => run(it, 'withdraw')} onNo={() => setLeaving(false)}>{copy.withdrawDetail}<Trouble error={step.error} /></Confirm>}
        </>
      )}
    </Screen>
  );
}

/** Each small; a tap shows one whole, by a link that is good for two minutes. */
function Pictures({ ids }: { ids: readonly string[] }) {
  const [shown, setShown] = useState<string | null>(null);
  const look = useIntent(async (_, id: string) => {
    const { url } = await post<FileLinkView>(`/resident/pictures/${id}/link`);
    if (process.env.TARO_ENV === 'weapp') await Taro.previewImage({ urls: [fileUrl(url)] });
    else setShown(fileUrl(url));
  });
  return (
    <>
      <View className='thumbs'>
        {ids.map((id, at) => {
          const face = thumbnailOf(id);
          return <View key={id} id={`picture-${at + 1}`} className='thumb' {...spoken('button', copy.picture(at + 1))} onClick={() => void look.run(id)}>{face ? <Image className='thumb__face' src={face} mode='aspectFill' /> : <Icon name='image' />}</View>;
        })}
      </View>
      <Trouble error={look.error} />
      {shown && <View id='picture-shown' className='veil shown' {...spoken('button', copy.close)} onClick={() => setShown(null)}><Image className='shown__face' src={shown} mode='widthFix' /></View>}
    </>
  );
}
