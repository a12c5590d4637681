import type { RatingInvitationView, RatingProgressView } from '@hall/shared/api/views';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { post } from '../../kit/api.ts';
import { showFirst, useTroubleShown } from '../../kit/attention.ts';
import { dayInWords, momentInWords, today } from '../../kit/clock.ts';
import { copy as words } from '../../kit/copy/rating.ts';
import { useIntent } from '../../kit/intent.ts';
import { useKept } from '../../kit/kept.ts';
import { orNewest } from '../../kit/newest.ts';
import type { Resource } from '../../kit/resource.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Card, Notice, StateTag } from '../../kit/ui/card.tsx';
import { Choice } from '../../kit/ui/choice.tsx';
import { Field, TextBox } from '../../kit/ui/field.tsx';
import { Trouble } from '../../kit/ui/screen.tsx';
import { Steps } from '../../kit/ui/steps.tsx';
import { askedFirst, lastSaid, stepsOf, toneOf } from './progress.view.ts';

const copy = words.progress;
const LONGEST = 300;
const NO_WORDS = { reply: '', objection: '', revisit: '' };

interface Props {
  of: RatingInvitationView;
  progress: RatingProgressView;
  /** Where its steps are sent: the invitation, or the slip. */
  path: string;
  page: Pick<Resource<RatingInvitationView>, 'put' | 'reload'>;
  /** Whether what is typed may wait on this phone: not for a slip, which anybody's phone may open. */
  keeps: boolean;
}

/** How a negative rating is worked on: what was found, what is being done, and what is asked of the person. */
export function Progress({ of, progress, path, page, keeps }: Props) {
  const [objecting, setObjecting] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const typed = useKept(keeps ? `rating-words:${path}` : null, NO_WORDS);
  const wordsOf = (act: keyof typeof NO_WORDS): Typed => ({ text: typed.value[act], onType: (text) => typed.set({ ...typed.value, [act]: text }) });
  const send = useIntent(async (key, act: 'reply' | 'objection' | 'revisit', body: object) => {
    const moved = await orNewest(page, () => post<RatingInvitationView>(`${path}/${act}`, { version: progress.version, ...body }, { key }));
    setObjecting(false);
    setSaid(act === 'reply' ? copy.replied : act === 'objection' ? copy.objected : null);
    typed.set({ ...typed.value, [act]: '' });
    page.put(moved);
  });
  useTroubleShown(send.error);
  const asked = askedFirst(progress);
  return (
    <>
      <View className='stack stack--close'>
        <View className='display'>{copy.title}</View>
        <View className='secondary'>{words.about(of.matterNames.join('、'), dayInWords(of.servedOn))}</View>
      </View>
      <Card id='progress'>
        <StateTag id='progress-state' tone={toneOf(progress)}>{progress.stateLabel}</StateTag>
        <View>{progress.sentence}</View>
        {progress.overdue ? <Notice tone='warn'>{copy.overdue}</Notice> : progress.dueAt !== null && <View className='secondary'>{copy.due(momentInWords(progress.dueAt, today()))}</View>}
        {progress.bySlip && <Notice tone='info'>{copy.bySlip}</Notice>}
      </Card>
      {progress.found && <Notice id='found' tone='info' title={copy.found}>{progress.found}</Notice>}
      {asked && lastSaid(progress) && <Card id='letter'><View className='secondary'>{asked === 'revisit' ? copy.answer : copy.letter}</View><View>{lastSaid(progress)}</View></Card>}
      {said && <Notice id='said' tone='ok'>{said}</Notice>}
      {asked === 'revisit' && !objecting && <Revisit {...wordsOf('revisit')} busy={send.busy} onSend={(body) => void send.run('revisit', body)} />}
      {asked === 'reply' && !objecting && <Words id='reply' {...wordsOf('reply')} label={copy.reply} hint={copy.replyHint} submit={copy.replySend} busy={send.busy} onSend={(text) => void send.run('reply', { words: text })} />}
      {progress.mayObject && objecting && <Words id='objection' {...wordsOf('objection')} label={copy.object} hint={copy.objectHint} submit={copy.objectSend} busy={send.busy} onSend={(text) => void send.run('objection', { words: text })} onNever={() => setObjecting(false)} />}
      <Trouble error={send.error} />
      <View className='heading'>{copy.timeline}</View>
      <Card id='progress-steps'><Steps of={stepsOf(progress, today())} /></Card>
      {progress.mayObject && !objecting && <Button id='object' kind='plain' onTap={() => { setObjecting(true); showFirst('#objection-words'); }}>{copy.object}</Button>}
    </>
  );
}

/** What is being typed, which the page keeps. */
interface Typed { text: string; onType: (text: string) => void }

function Words({ id, text, onType, label, hint, submit, busy, onSend, onNever }: Typed & { id: string; label: string; hint: string; submit: string; busy: boolean; onSend: (text: string) => void; onNever?: () => void }) {
  const [wrong, setWrong] = useState<string | null>(null);
  return (
    <View className='stack'>
      <Field label={label} error={wrong}><TextBox id={`${id}-words`} label={label} value={text} maxLength={LONGEST} placeholder={hint} onChange={(next) => { onType(next); setWrong(null); }} /></Field>
      <Button id={`${id}-send`} busy={busy} onTap={() => (text.trim().length < 2 ? setWrong(copy.wordsNeeded) : onSend(text))}>{submit}</Button>
      {onNever && <Button id={`${id}-never`} kind='plain' onTap={onNever}>{copy.never}</Button>}
    </View>
  );
}

/** Whether one is content, in two large answers, with words if one likes. */
function Revisit({ text, onType, busy, onSend }: Typed & { busy: boolean; onSend: (body: { content: boolean; words?: string }) => void }) {
  const [content, setContent] = useState<'yes' | 'no' | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const answers = [{ value: 'yes' as const, label: copy.content }, { value: 'no' as const, label: copy.notContent }];
  return (
    <View id='revisit' className='stack'>
      <Field label={copy.ask} error={wrong}><Choice id='content' label={copy.ask} options={answers} chosen={content ? [content] : []} onChoose={(value) => { setContent(value); setWrong(null); }} /></Field>
      {content && <Field label={copy.askWords} optional><TextBox id='revisit-words' label={copy.askWords} value={text} maxLength={LONGEST} onChange={onType} /></Field>}
      <Button id='revisit-send' busy={busy} onTap={() => (content === null ? setWrong(copy.askNeeded) : onSend({ content: content === 'yes', ...(text.trim() ? { words: text } : {}) }))}>{copy.askSend}</Button>
    </View>
  );
}
