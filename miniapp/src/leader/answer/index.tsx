import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { copy as words } from '../../kit/copy/office.ts';
import { useIntent } from '../../kit/intent.ts';
import { back } from '../../kit/navigate.ts';
import { useResource, type Resource } from '../../kit/resource.ts';
import { staffAccount } from '../../kit/staff-session.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Card } from '../../kit/ui/card.tsx';
import { Empty, Trouble } from '../../kit/ui/screen.tsx';
import { LongText } from '../../kit/ui/long-text.tsx';
import { useKeptWords } from '../kept-words.ts';
import { moved } from '../moved.ts';
import { StaffScreen } from '../staff-screen.tsx';
import { loadSubject, publish, saveDraft, type AnswerKind, type AnswerSubject } from './answer.subject.ts';
import { Editor } from './editor.tsx';

const copy = words.answer;
const kindOf = (text: string | undefined): AnswerKind => (text === 'enquiry' || text === 'correction' ? text : 'suggestion');

/** An answer: from a template, kept as a draft, looked at as its reader will see it, then published. */
export default function Answer() {
  const { id = '', of } = useRouter().params;
  const kind = kindOf(of);
  const subject = useResource(`${staffAccount()}:answer:${kind}:${id}`, () => loadSubject(kind, id));
  return <StaffScreen id='office-answer-page' of={subject} skeleton='page'>{(one) => <Writing of={subject} subject={one} kind={kind} id={id} />}</StaffScreen>;
}

function Writing({ of, subject, kind, id }: { of: Resource<AnswerSubject>; subject: AnswerSubject; kind: AnswerKind; id: string }) {
  const [look, setLook] = useState<'write' | 'preview' | 'done'>('write');
  const text = useKeptWords(`answer:${kind}:${id}`, subject.draft?.text);
  const why = useKeptWords(`no-plan:${id}`, subject.draft?.noPlanReason ?? '');
  const [missing, setMissing] = useState<{ text: boolean; why: boolean }>({ text: false, why: false });
  const preview = useIntent(async () => {
    const wrong = { text: Array.from(text.words.trim()).length < 2, why: subject.needsNoPlan && Array.from(why.words.trim()).length < 2 };
    setMissing(wrong);
    if (wrong.text || wrong.why) return;
    await moved(of, () => saveDraft(kind, id, subject, text.words.trim(), why.words.trim()));
    setLook('preview');
  });
  const send = useIntent(async () => {
    await moved(of, async () => { await publish(kind, id, subject, text.words.trim()); return null; });
    text.sent();
    why.sent();
    setLook('done');
  });
  if (look === 'done') return <Empty icon='circle-check' title={copy.done} detail={kind === 'suggestion' ? copy.doneDetail : copy.doneEnquiry} action={<Button id='answer-back' onTap={back}>{copy.back}</Button>} />;
  if (!subject.mayWrite) return <Empty icon='info' title={copy.mayNot} action={<Button id='answer-back' kind='quiet' onTap={back}>{copy.back}</Button>} />;
  return (
    <>
      <Card id='question'><View className='heading'>{copy.question}</View><LongText id='question-text' signs={90}>{subject.question}</LongText></Card>
      {look === 'write' ? (
        <>
          <Editor subject={subject} text={text} why={why} missing={missing} onMend={() => setMissing({ text: false, why: false })} />
          <Trouble error={preview.error} />
          <Button id='preview' busy={preview.busy} onTap={() => void preview.run()}>{copy.preview}</Button>
        </>
      ) : (
        <>
          <View className='title'>{copy.previewTitle}</View>
          <Card id='as-read' className='office-answer'>
            <View className='title'>{words.one.answers}</View>
            <View className='long-text__words'>{text.words.trim()}</View>
            {subject.needsNoPlan && <View className='secondary'>{words.one.noPlan}：{why.words.trim()}</View>}
            <View className='secondary'>{copy.signed(subject.me)}</View>
          </Card>
          <View className='secondary'>{subject.mayPublish ? copy.previewHint : copy.cannotPublish}</View>
          <Trouble error={send.error} />
          {subject.mayPublish && <Button id='publish' busy={send.busy} onTap={() => void send.run()}>{copy.publish}</Button>}
          <Button id='edit' kind='quiet' disabled={send.busy} onTap={() => setLook('write')}>{copy.edit}</Button>
        </>
      )}
    </>
  );
}
