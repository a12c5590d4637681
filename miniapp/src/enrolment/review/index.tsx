import type { ApplicationView } from '@hall/shared/api/views';
import { sixtyNote } from '@hall/shared/enrolment/eligibility.rules';
import { View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { patch, post } from '../../kit/api.ts';
import { useAskToNotify } from '../../kit/ask-to-notify.ts';
import { today } from '../../kit/clock.ts';
import { copy as words } from '../../kit/copy/enrolment.ts';
import { useIntent } from '../../kit/intent.ts';
import { go, settleAt, to } from '../../kit/navigate.ts';
import { useResource } from '../../kit/resource.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Card, Notice, Row } from '../../kit/ui/card.tsx';
import { Choice } from '../../kit/ui/choice.tsx';
import { Screen, Trouble } from '../../kit/ui/screen.tsx';
import { Progress } from '../../kit/ui/steps.tsx';
import { TOTAL_STEPS } from '../form/form.view.ts';
import { loadDesk } from '../load.ts';
import { Paper } from '../paper.tsx';
import { repairs } from './paper.view.ts';
import '../enrolment.scss';

const copy = words.review;

/** The last look: the paper as it will be, what is still missing, the declaration, and one button. */
export default function Review() {
  const { id = '' } = useRouter().params;
  const desk = useResource(`review:${id}`, () => loadDesk(id), { keep: true });
  const [reminded, setReminded] = useState(false);
  const put = (application: ApplicationView) => { if (desk.data) desk.put({ ...desk.data, application }); };
  const declare = useIntent(async (_, application: ApplicationView) =>
    put(await patch<ApplicationView>(`/resident/applications/${id}/draft`, { version: application.version, answers: { declarationAccepted: application.answers.declarationAccepted !== true } })));
  const askToNotify = useAskToNotify('submit');
  const submit = useIntent(async (key, version: number) => {
    await askToNotify();
    await post<ApplicationView>(`/resident/applications/${id}/submit`, { version }, { key });
    settleAt(to('/enrolment/status/index', { id }));
  });
  const remind = () => {
    setReminded(true);
    void Taro.pageScrollTo({ selector: '#declaration', offsetTop: -72, duration: 200 });
  };
  const edit = (group: string) => go(to('/enrolment/form/index', { id, group, from: 'review' }));
  return (
    <Screen id='enrolment-review-page' of={desk} skeleton='page' footer={({ application }) => (
      <Button id='submit' busy={submit.busy} disabled={repairs(application.problems).length > 0} onTap={() => {
        if (application.answers.declarationAccepted !== true) remind();
        else void submit.run(application.version);
      }}>{copy.submit}</Button>
    )}>
      {({ application, tables }) => {
        const left = repairs(submit.error?.fields.length ? submit.error.fields : application.problems);
        const sixty = sixtyNote(application.answers.citizenId, today());
        const declared = application.answers.declarationAccepted === true;
        return (
          <>
            <Progress id='progress' step={TOTAL_STEPS} total={TOTAL_STEPS} title={copy.step} />
            {left.length > 0 && (
              <Card id='problems' className='card--rows'>
                <Notice tone='accent' title={copy.problems(left.length)} />
                {left.map((one) => <Row key={one.key} id={`repair-${one.key}`} icon='pencil' title={one.message} onTap={() => (one.page === 'form' && one.group ? edit(one.group) : go(to('/enrolment/pictures/index', { id })))} />)}
              </Card>
            )}
            {sixty && <Notice id='sixty' tone='warn'>{sixty}</Notice>}
            <Paper application={application} tables={tables} onEdit={edit} />
            <Choice id='declaration' label={copy.declare} many options={[{ value: 'yes', label: copy.declare }]} chosen={declared ? ['yes'] : []} disabled={declare.busy} onChoose={() => { setReminded(false); void declare.run(application); }} />
            {reminded && !declared && <View className='field__error'>{copy.declareFirst}</View>}
            <View className='secondary'>{copy.submitted}</View>
            <Trouble error={submit.error ?? declare.error} />
          </>
        );
      }}
    </Screen>
  );
}
