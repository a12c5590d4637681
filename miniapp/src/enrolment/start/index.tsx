import type { ApplicationCardView, ApplicationView, ConsentView, MeView, NoticeView, RelativeView } from '@hall/shared/api/views';
import type { Listed } from '@hall/shared/api/names';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { get, list, post } from '../../kit/api.ts';
import { dayInFull } from '../../kit/clock.ts';
import { copy as words } from '../../kit/copy/enrolment.ts';
import { useIntent } from '../../kit/intent.ts';
import { go, replace, to } from '../../kit/navigate.ts';
import { useResource } from '../../kit/resource.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Card, Notice, Row } from '../../kit/ui/card.tsx';
import { Choice } from '../../kit/ui/choice.tsx';
import { Screen, Trouble } from '../../kit/ui/screen.tsx';
import { noticesLeft, openCase, pageFor, persons, SELF } from './start.view.ts';

const copy = words.start;

const load = async () => {
  const [me, relatives, applications, notices] = await Promise.all([get<MeView>('/resident/me'), list<RelativeView>('/resident/relatives'), list<ApplicationCardView>('/resident/applications'), list<NoticeView>('/public/notices')]);
  return { me, relatives, applications, notices };
};

/** For whom; then what must be read first, one notice a page; then the form. */
export default function Start() {
  const start = useResource('enrolment-start', load, { keep: true });
  const asked = useRouter().params.relativeId;
  const [chosen, setChosen] = useState<string | null>(asked ?? null);
  const [reading, setReading] = useState(false);

  const begin = useIntent(async (key, who: string) => {
    const application = await post<ApplicationView>('/resident/applications', { matterId: 'enrolment', ...(who === SELF ? {} : { relativeId: who }) }, { key });
    replace(to(pageFor(application), { id: application.id }));
  });
  const agree = useIntent(async (key, notice: NoticeView) => {
    const consents = await post<Listed<ConsentView>>('/resident/consents', { kind: notice.kind, version: notice.version }, { key });
    if (!start.data) return;
    start.put({ ...start.data, me: { ...start.data.me, consents: consents.items } });
    if (chosen !== null && noticesLeft(start.data.notices, consents.items).length === 0) await begin.run(chosen);
  });

  const left = start.data ? noticesLeft(start.data.notices, start.data.me.consents) : [];
  const next = () => {
    if (chosen === null || !start.data) return;
    const open = openCase(chosen === SELF ? start.data.me.id : chosen, start.data.applications);
    if (open) replace(to(pageFor(open), { id: open.id }));
    else if (left.length > 0) setReading(true);
    else void begin.run(chosen);
  };
  const notice = reading ? left[0] : undefined;

  return (
    <Screen id='enrolment-start-page' of={start} footer={() => notice
      ? <Button id='agree' busy={agree.busy || begin.busy} onTap={() => void agree.run(notice)}>{copy.agree}</Button>
      : <Button id='next' disabled={chosen === null} busy={begin.busy} onTap={next}>{copy.next}</Button>}>
      {({ me, relatives, applications, notices }) => notice ? (
        <>
          <View className='secondary'>{copy.consentTitle} · {copy.consentStep(notices.length - left.length + 1, notices.length)}</View>
          <Card id={`notice-${notice.kind}`}>
            <View className='title'>{notice.title}</View>
            <View className='paragraphs'>{notice.paragraphs.map((paragraph) => <View key={paragraph}>{paragraph}</View>)}</View>
            <View className='small'>{copy.version(notice.version, dayInFull(notice.effectiveFrom))}</View>
          </Card>
          <Trouble error={agree.error ?? begin.error} />
        </>
      ) : (
        <>
          <View className='display'>{copy.title}</View>
          <Choice id='person' label={copy.title} options={persons(me, relatives, applications)} chosen={chosen === null ? [] : [chosen]} onChoose={setChosen} />
          <Card className='card--rows'><Row id='add-relative' icon='plus' title={copy.addRelative} detail={copy.addRelativeDetail} onTap={() => go('/family/relative/index')} /></Card>
          <Notice tone='info'>{copy.bring}</Notice>
          <Trouble error={begin.error} />
        </>
      )}
    </Screen>
  );
}
