import type { ConsentView, MeView, NoticeView } from '@hall/shared/api/views';
import type { Listed } from '@hall/shared/api/names';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { ApiError, get, list, post } from '../../kit/api.ts';
import { dayInFull, today } from '../../kit/clock.ts';
import { copy as words } from '../../kit/copy/account.ts';
import { useIntent } from '../../kit/intent.ts';
import { useResource } from '../../kit/resource.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Card, Notice, StateTag } from '../../kit/ui/card.tsx';
import { Confirm } from '../../kit/ui/confirm.tsx';
import { Screen, Trouble } from '../../kit/ui/screen.tsx';
import { consentState } from './consents.view.ts';

const copy = words.consents;

/** The notices are for everyone; the consents for whoever is signed in. */
async function load(): Promise<{ notices: NoticeView[]; consents: ConsentView[] | null }> {
  const mine = get<MeView>('/resident/me').then((me) => me.consents).catch((error: unknown) => {
    if (error instanceof ApiError && error.status === 401) return null;
    throw error;
  });
  const [notices, consents] = await Promise.all([list<NoticeView>('/public/notices'), mine]);
  return { notices, consents };
}

export default function Consents() {
  const state = useResource('consents', load, { keep: true });
  const [asking, setAsking] = useState<ConsentView['kind'] | null>(null);
  const took = (consents: Listed<ConsentView>) => { if (state.data) state.put({ ...state.data, consents: consents.items }); setAsking(null); };
  const give = useIntent(async (key, kind: ConsentView['kind'], version: string) => took(await post('/resident/consents', { kind, version }, { key })));
  const withdraw = useIntent(async (key, kind: ConsentView['kind']) => took(await post('/resident/consents/withdraw', { kind }, { key })));
  return (
    <Screen id='consents-page' of={state} skeleton='page'>
      {({ notices, consents }) => (
        <>
          <View className='secondary'>{copy.intro}</View>
          {consents === null && <Notice tone='info'>{copy.signInToConsent}</Notice>}
          {notices.map((notice) => {
            const now = consentState(notice, consents ?? [], today());
            return (
              <Card key={notice.kind} id={`consent-${notice.kind}`}>
                <View className='title'>{notice.title}</View>
                <View className='paragraphs'>{notice.paragraphs.map((paragraph) => <View key={paragraph}>{paragraph}</View>)}</View>
                <View className='small'>{copy.version(notice.version, dayInFull(notice.effectiveFrom))}</View>
                {consents && <StateTag tone={now.tone}>{now.word}</StateTag>}
                {consents && (now.given
                  ? <Button id={`withdraw-${notice.kind}`} kind='quiet' onTap={() => setAsking(notice.kind)}>{copy.withdraw}</Button>
                  : <Button id={`give-${notice.kind}`} kind='quiet' busy={give.busy} onTap={() => void give.run(notice.kind, notice.version)}>{copy.give}</Button>)}
              </Card>
            );
          })}
          <Trouble error={give.error ?? withdraw.error} />
          {asking && <Confirm id='withdraw-ask' title={copy.ask} yes={copy.yes} danger busy={withdraw.busy} onYes={() => void withdraw.run(asking)} onNo={() => setAsking(null)}>{copy.askDetail}</Confirm>}
        </>
      )}
    </Screen>
  );
}
