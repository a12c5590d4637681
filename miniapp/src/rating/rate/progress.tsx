import type { RatingInvitationView, RatingProgressView } from '@hall/shared/api/views';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { post } from '../../kit/api.ts';
import { dayInWords, momentInWords, today } from '../../kit/clock.ts';
import { copy as words } from '../../kit/copy/rating.ts';
import { useIntent } from '../../kit/intent.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Card, Notice, StateTag } from '../../kit/ui/card.tsx';
import { Choice } from '../../kit/ui/choice.tsx';
import { Field, TextBox } from '../../kit/ui/field.tsx';
import { Trouble } from '../../kit/ui/screen.tsx';
import { Steps } from '../../kit/ui/steps.tsx';
import { askedFirst, lastSaid, stepsOf, toneOf } from './progress.view.ts';

const copy = words.progress;
const LONGEST = 300;

interface Props {
  of: RatingInvitationView;
  progress: RatingProgressView;
  /** Where its steps are sent: the invitation, or the slip. */
  path: string;
  onMoved: (invitation: RatingInvitationView) => void;
}

/** How a negative rating is worked on: what was found, what is being done, and what is asked of the person. */
export function Progress({ of, progress, path, onMoved }: Props) {
  const [objecting, setObjecting] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const send = useIntent(async (key, act: 'reply' | 'objection' | 'revisit', body: object) => {
    const moved = await post<RatingInvitationView>(`${path}/${act}`, { version: progress.version, ...body }, { key });
    setObjecting(false);
    setSaid(act === 'reply' ? copy.replied : act === 'objection' ? copy.objected : null);
    onMoved(moved);
  });
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
      {asked === 'revisit' && !objecting && <Revisit busy={send.busy} onSend={(body) => void send.run('revisit', body)} />}
      {asked === 'reply' && !objecting && <Words id='reply' label={copy.reply} hint={copy.replyHint} submit={copy.replySend} busy={send.busy} onSend={(text) => void send.run('reply', { words: text })} />}
      {progress.mayObject && objecting && <Words id='objection' label={copy.object} hint={copy.objectHint} submit={copy.objectSend} busy={send.busy} onSend={(text) => void send.run('objection', { words: text })} onNever={() => setObjecting(false)} />}
      <Trouble error={send.error} />
      <View className='heading'>{copy.timeline}</View>
      <Card id='progress-steps'><Steps of={stepsOf(progress, today())} /></Card>
      {progress.mayObject && !objecting && <Button id='object' kind='plain' onTap={() => setObjecting(true)}>{copy.object}</Button>}
    </>
  );
}

function Words({ id, label, hint, submit, busy, onSend, onNever }: { id: string; label: string; hint: string; submit: string; busy: boolean; onSend: (text: string) => void; onNever?: () => void }) {
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  return (
    <View className='stack'>
      <Field label={label} error={wrong}><TextBox id={`${id}-words`} label={label} value={text} maxLength={LONGEST} placeholder={hint} onChange={(typed) => { setText(typed); setWrong(null); }} /></Field>
      <Button id={`${id}-send`} busy={busy} onTap={() => (text.trim().length < 2 ? setWrong(copy.wordsNeeded) : onSend(text))}>{submit}</Button>
      {onNever && <Button id={`${id}-never`} kind='plain' onTap={onNever}>{copy.never}</Button>}
    </View>
  );
}

/** Whether one is content, in two large answers, with words if one likes. */
function Revisit({ busy, onSend }: { busy: boolean; onSend: (body: { content: boolean; words?: string }) => void }) {
  const [content, setContent] = useState<'yes' | 'no' | null>(null);
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const answers = [{ value: 'yes' as const, label: copy.content }, { value: 'no' as const, label: copy.notContent }];
  return (
    <View id='revisit' className='stack'>
      <Field label={copy.ask} error={wrong}><Choice id='content' label={copy.ask} options={answers} chosen={content ? [content] : []} onChoose={(value) => { setContent(value); setWrong(null); }} /></Field>
      {content && <Field label={copy.askWords} optional><TextBox id='revisit-words' label={copy.askWords} value={text} maxLength={LONGEST} onChange={setText} /></Field>}
      <Button id='revisit-send' busy={busy} onTap={() => (content === null ? setWrong(copy.askNeeded) : onSend({ content: content === 'yes', ...(text.trim() ? { words: text } : {}) }))}>{copy.askSend}</Button>
    </View>
  );
}
