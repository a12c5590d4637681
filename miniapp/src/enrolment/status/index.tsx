import type { ApplicationView } from '@hall/shared/api/views';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { post } from '../../kit/api.ts';
import { dayInFull, today } from '../../kit/clock.ts';
import { copy as words } from '../../kit/copy/enrolment.ts';
import { useIntent } from '../../kit/intent.ts';
import { go, replace, to } from '../../kit/navigate.ts';
import { useResource } from '../../kit/resource.ts';
import { inOnePiece } from '../../kit/in-one-piece.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Card, Facts, Notice, Row, StateTag } from '../../kit/ui/card.tsx';
import { Confirm } from '../../kit/ui/confirm.tsx';
import { Screen, Trouble } from '../../kit/ui/screen.tsx';
import { Steps } from '../../kit/ui/steps.tsx';
import { loadDesk } from '../load.ts';
import { nextAction, stepsOf, toneOf } from './status.view.ts';
import '../enrolment.scss';

const copy = words.status;

export default function Status() {
  const { id = '' } = useRouter().params;
  const desk = useResource(`status:${id}`, () => loadDesk(id), { keep: true });
  const [asking, setAsking] = useState<'recall' | 'withdraw' | null>(null);
  const act = useIntent(async (key, action: 'recall' | 'withdraw', version: number) => {
    const application = await post<ApplicationView>(`/resident/applications/${id}/${action}`, { version }, { key });
    setAsking(null);
    if (application.state === 'draft') replace(to('/enrolment/form/index', { id }));
    else if (desk.data) desk.put({ ...desk.data, application });
  });
  return (
    <Screen id='enrolment-status-page' of={desk} skeleton='page' footer={({ application }) => {
      const next = nextAction(application);
      return next && <Button id={next.id} onTap={() => go(to(next.path, next.query))}>{next.word}</Button>;
    }}>
      {({ application }) => (
        <>
          <Card id='state'>
            <StateTag id='state-tag' tone={toneOf(application.state)}>{application.stateLabel}</StateTag>
            <View className='title'>{application.matterName}</View>
            <View>{application.nextStep}</View>
            <Facts of={[[copy.person, application.maskedName ? `${inOnePiece(application.maskedName)}（${application.relationLabel}）` : application.relationLabel], [copy.caseNumber, application.caseNumber]]} />
            {application.lapsesOn && <Notice tone='warn'>{copy.lapses(dayInFull(application.lapsesOn))}</Notice>}
          </Card>
          <View className='heading'>{copy.timeline}</View>
          <Card id='timeline'><Steps of={stepsOf(application, today())} /></Card>
          <Card className='card--rows'>
            {application.noticeNumber && <Row id='go-notice' icon='file-text' title={copy.notice} detail={application.noticeNumber} onTap={() => go(to('/enrolment/notice/index', { id }))} />}
            <Row id='show-paper' icon='book-open-text' title={copy.paper} onTap={() => go(to('/enrolment/paper/index', { id }))} />
          </Card>
          {application.actions.includes('recall') && <Button id='recall' kind='quiet' icon='undo-2' onTap={() => setAsking('recall')}>{copy.recall}</Button>}
          {application.actions.includes('withdraw') && <Button id='withdraw' kind='plain' onTap={() => setAsking('withdraw')}>{copy.withdraw}</Button>}
          {!asking && <Trouble error={act.error} />}
          {asking && (
            <Confirm id={`${asking}-ask`} title={asking === 'recall' ? copy.recallAsk : copy.withdrawAsk} yes={asking === 'recall' ? copy.recallYes : copy.withdrawYes} danger={asking === 'withdraw'} busy={act.busy}
              onYes={() => void act.run(asking, application.version)} onNo={() => setAsking(null)}>
              {asking === 'recall' ? copy.recallDetail : copy.withdrawDetail}
              <Trouble error={act.error} />
            </Confirm>
          )}
        </>
      )}
    </Screen>
  );
}
