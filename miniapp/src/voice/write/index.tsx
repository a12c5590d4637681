import { clockOf } from '@hall/shared/kernel/day';
import { SUGGESTION_LIMITS, SUGGESTION_TOPICS, type SuggestionIdentity } from '@hall/shared/suggestion/suggestion.rules';
import { View } from '@tarojs/components';
import { useState, useSyncExternalStore } from 'react';
import { useElderMode } from '../../kit/accessibility.ts';
import { showFirstWrong, showTop } from '../../kit/attention.ts';
import { now } from '../../kit/clock.ts';
import { copy as words } from '../../kit/copy/voice.ts';
import { go } from '../../kit/navigate.ts';
import { onSessionChange, signedIn } from '../../kit/session.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Card, Notice } from '../../kit/ui/card.tsx';
import { Choice } from '../../kit/ui/choice.tsx';
import { Confirm } from '../../kit/ui/confirm.tsx';
import { Field, TextBox } from '../../kit/ui/field.tsx';
import { Icon } from '../../kit/ui/icon.tsx';
import { Page } from '../../kit/ui/screen.tsx';
import { Progress } from '../../kit/ui/steps.tsx';
import { isEmpty, problemsOf, withIdentity, type Draft } from '../draft.ts';
import { changeDraft, clearDraft, tellExpired } from '../draft-shelf.ts';
import { PictureRack } from '../picture-rack.tsx';
import { dropPictures, useUploads } from '../uploads.ts';
import { useDraft } from '../use-draft.ts';
import { Nameless } from './nameless.tsx';
import { SECTIONS, type Section } from './write.view.ts';
import '../voice.scss';

const copy = words.write;

/** Saying something: all on one page, or, in the elder mode, one question after the other. Every stroke is kept on the phone. */
export default function Write() {
  const draft = useDraft();
  const elder = useElderMode();
  const uploads = useUploads();
  const [step, setStep] = useState(0);
  const [asked, setAsked] = useState<readonly Section[]>([]);
  const [saved, setSaved] = useState<{ at: number; kept: boolean } | null>(null);
  const [switching, setSwitching] = useState<SuggestionIdentity | null>(null);
  const [clearing, setClearing] = useState(false);
  const [expired] = useState(tellExpired);
  const known = useSyncExternalStore(onSessionChange, signedIn);

  const change = (part: Partial<Draft>) => setSaved({ kept: changeDraft((was) => ({ ...was, ...part })), at: now() });
  const become = (identity: SuggestionIdentity) => {
    uploads.dropAll();
    dropPictures(draft.pictures.map(({ ref }) => ref));
    changeDraft((was) => withIdentity(was, identity));
    setSwitching(null);
  };
  const choose = (identity: SuggestionIdentity) => {
    if (identity === draft.identity) return;
    if (draft.pictures.length + uploads.going.length > 0) setSwitching(identity);
    else become(identity);
  };
  const clear = () => { uploads.dropAll(); dropPictures(draft.pictures.map(({ ref }) => ref)); clearDraft(); setAsked([]); turnTo(0); setSaved(null); setClearing(false); };

  const problems = problemsOf(draft, uploads.going.length);
  const sections = elder ? SECTIONS.slice(step, step + 1) : SECTIONS;
  const errorOf = (section: Section) => (asked.includes(section) ? problems[section] : undefined);
  const last = !elder || step === SECTIONS.length - 1;
  const turnTo = (next: number) => { setStep(next); showTop(); };
  const onward = () => {
    const here = elder && !last ? sections.flat() : SECTIONS.flat();
    setAsked(here);
    const wrong = here.filter((section) => problems[section]);
    if (wrong.length === 0) { if (last) go('/voice/similar/index'); else turnTo(step + 1); return; }
    // In the elder mode the page with the first thing missing comes back by itself.
    if (elder) setStep(SECTIONS.findIndex((questions) => questions.some((question) => wrong.includes(question))));
    showFirstWrong();
  };
  const parts: Record<Section, () => JSX.Element> = {
    identity: () => (
      <>
        <Field label={copy.who} error={errorOf('identity')}>
          <Choice id='identity' label={copy.who} chosen={draft.identity ? [draft.identity] : []} onChoose={choose}
            options={[{ value: 'named', label: copy.named, detail: copy.namedDetail, icon: 'user-round' }, { value: 'anonymous', label: copy.anonymous, detail: copy.anonymousDetail, icon: 'eye-off' }]} />
        </Field>
        {draft.identity === 'anonymous' && <Nameless />}
        {draft.identity === 'named' && process.env.TARO_ENV === 'h5' && !known && <Card id='sign-in-first'><View>{copy.signInFirst}</View><Button id='to-sign-in' kind='quiet' onTap={() => go('/account/sign-in/index')}>{copy.signIn}</Button></Card>}
      </>
    ),
    topic: () => <Field label={copy.topic} error={errorOf('topic')}><Choice id='topic' label={copy.topic} tight options={SUGGESTION_TOPICS.map(({ code, label }) => ({ value: code, label }))} chosen={draft.topic ? [draft.topic] : []} onChoose={(topic) => change({ topic })} /></Field>,
    text: () => (
      <Field label={copy.text} hint={copy.lead} error={errorOf('text')}>
        <TextBox id='text' label={copy.text} value={draft.text} maxLength={SUGGESTION_LIMITS.most} placeholder={copy.textExample} onChange={(text) => change({ text })} />
        {saved && <View id='saved' className='voice-saved'><Icon name={saved.kept ? 'circle-check' : 'triangle-alert'} size='small' /><View>{saved.kept ? copy.saved(clockOf(saved.at)) : copy.notKept}</View></View>}
      </Field>
    ),
    pictures: () => (
      <Field label={copy.pictures} optional hint={copy.picturesHint(SUGGESTION_LIMITS.pictures)} error={errorOf('pictures')}>
        {expired > 0 && <Notice id='expired' tone='warn'>{copy.expired(expired)}</Notice>}
        {draft.identity === null ? <View className='secondary'>{copy.whoFirst}</View> : <PictureRack pictures={draft.pictures} uploads={uploads} />}
      </Field>
    ),
    wishesPublic: () => (
      <Field label={copy.seen} error={errorOf('wishesPublic')}>
        <Choice id='seen' label={copy.seen} chosen={draft.wishesPublic === null ? [] : [draft.wishesPublic ? 'open' : 'closed']} onChoose={(seen) => change({ wishesPublic: seen === 'open' })}
          options={[{ value: 'open', label: copy.open, detail: copy.openDetail }, { value: 'closed', label: copy.closed, detail: copy.closedDetail }]} />
      </Field>
    ),
  };
  return (
    <Page id='write-page' className='voice-write' footer={
      <>
        <Button id='next' onTap={onward}>{last ? copy.look : copy.next}</Button>
        {elder && step > 0 && <Button id='previous' kind='quiet' onTap={() => turnTo(step - 1)}>{copy.previous}</Button>}
      </>
    }>
      {elder && <Progress id='progress' step={step + 1} total={SECTIONS.length} title={words.door.suggest} />}
      {sections.flat().map((section) => <View key={section} className='stack'>{parts[section]()}</View>)}
      {!isEmpty(draft) && last && <Button id='clear' kind='plain' onTap={() => setClearing(true)}>{copy.clear}</Button>}
      {switching && <Confirm id='switch-ask' title={copy.switchAsk} yes={copy.switchYes} onYes={() => become(switching)} onNo={() => setSwitching(null)}>{switching === 'anonymous' ? copy.toAnonymous : copy.toNamed}</Confirm>}
      {clearing && <Confirm id='clear-ask' title={copy.clearAsk} yes={copy.clearYes} danger onYes={clear} onNo={() => setClearing(false)} />}
    </Page>
  );
}
