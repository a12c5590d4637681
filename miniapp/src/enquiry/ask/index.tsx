import type { EnquiryContactsView, EnquiryPictureView, EnquiryView } from '@hall/shared/api/views';
import { ENQUIRY_LIMITS } from '@hall/shared/enquiry/enquiry.rules';
import { clockOf } from '@hall/shared/kernel/day';
import { Image, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState, useSyncExternalStore } from 'react';
import { get, post, remove, upload } from '../../kit/api.ts';
import { useAskToNotify } from '../../kit/ask-to-notify.ts';
import { showFirstWrong } from '../../kit/attention.ts';
import { now } from '../../kit/clock.ts';
import { copy as words } from '../../kit/copy/enquiry.ts';
import { useIntent } from '../../kit/intent.ts';
import { go, replace, to } from '../../kit/navigate.ts';
import { leaveFor, useResource } from '../../kit/resource.ts';
import { onSessionChange, signedIn } from '../../kit/session.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Card, Notice } from '../../kit/ui/card.tsx';
import { Choice, type Option } from '../../kit/ui/choice.tsx';
import { Field, TextBox } from '../../kit/ui/field.tsx';
import { Icon } from '../../kit/ui/icon.tsx';
import { PictureTaker } from '../../kit/ui/picture-taker.tsx';
import { Screen, Trouble } from '../../kit/ui/screen.tsx';
import { bodyOf, picturesLeft, problemsOf, type Draft } from '../draft.ts';
import { useDraft } from '../use-draft.ts';
import { Matches } from './matches.tsx';
import '../enquiry.scss';

const copy = words.ask;
const load = () => get<EnquiryContactsView>('/public/contacts');
/** Where on this phone the pictures just taken lie, so that they are shown without asking the hall. */
const faces = new Map<string, string>();

/** The leader first, then the sections, each with whoever heads it. */
function choices({ leader, sections }: EnquiryContactsView): Option<string>[] {
  return [
    { value: 'leader', label: copy.leader, detail: leader ? copy.leaderName(leader.name) : copy.leaderAny },
    ...sections.map(({ departmentId, name, person }) => ({ value: departmentId, label: name, ...(person ? { detail: copy.sectionPerson(person.name) } : {}) })),
  ];
}

/** Asking: whom, what, and a picture of what one does not understand. Every stroke is kept on the phone until it is sent. */
export default function Ask() {
  const { to: wish } = useRouter().params;
  const contacts = useResource('contacts', load, { keep: true });
  const { draft, expired, saved, change, clear } = useDraft(wish ?? null);
  const [asked, setAsked] = useState(false);
  const known = useSyncExternalStore(onSessionChange, signedIn);
  const askToNotify = useAskToNotify('enquire');
  const send = useIntent(async (key, body: ReturnType<typeof bodyOf>) => {
    const sent = await post<EnquiryView>('/resident/enquiries', body, { key });
    leaveFor(`enquiry:${sent.id}`, sent);
    clear();
    replace(to('/enquiry/one/index', { id: sent.id }));
  });
  const problems = problemsOf(draft, copy.chooseTo);
  const set = (part: Partial<Draft>) => change((was) => ({ ...was, ...part }));
  const submit = () => {
    setAsked(true);
    if (problems.to || problems.text) { showFirstWrong(); return; }
    void askToNotify();
    void send.run(bodyOf(draft));
  };
  const needsSignIn = process.env.TARO_ENV === 'h5' && !known;
  return (
    <Screen id='ask-page' of={contacts} skeleton='page' footer={() => (needsSignIn
      ? <><View className='secondary'>{copy.signInFirst}</View><Button id='to-sign-in' onTap={() => go('/account/sign-in/index')}>{copy.signIn}</Button></>
      : <><Trouble error={send.error} /><Button id='send' busy={send.busy} onTap={submit}>{copy.send}</Button></>)}>
      {(them) => (
        <>
          <Field label={copy.text} hint={copy.hint} error={asked ? problems.text : undefined}>
            <TextBox id='text' label={copy.text} value={draft.text} maxLength={ENQUIRY_LIMITS.most} placeholder={copy.example} onChange={(text) => set({ text })} />
            <View className='part'>{saved && <View id='saved' className='saved'><Icon name={saved.kept ? 'circle-check' : 'triangle-alert'} size='small' /><View>{saved.kept ? copy.saved(clockOf(saved.at)) : copy.notKept}</View></View>}</View>
          </Field>
          <Matches text={draft.text} />
          <Field label={copy.to} error={asked ? problems.to : undefined}><Choice id='to' label={copy.to} options={choices(them)} chosen={draft.to ? [draft.to] : []} onChoose={(chosen) => set({ to: chosen })} /></Field>
          {!needsSignIn && <Field label={copy.pictures} optional hint={copy.picturesHint(ENQUIRY_LIMITS.pictures)}>
            {expired && <Notice id='expired' tone='warn'>{copy.expired}</Notice>}
            {draft.pictures.length > 0 && <Card>{draft.pictures.map(({ id }, at) => <Taken key={id} id={id} at={at + 1} onDrop={() => change((was) => ({ ...was, pictures: was.pictures.filter((one) => one.id !== id) }))} />)}</Card>}
            {picturesLeft(draft) > 0 && (
              <PictureTaker id='add-picture' label={copy.add} guidance={copy.guidance} upload={async (path, key, onProgress) => {
                const { pictureId } = await upload<EnquiryPictureView>('/resident/enquiry-pictures', path, key, onProgress);
                faces.set(pictureId, path);
                change((was) => ({ ...was, pictures: [...was.pictures, { id: pictureId, at: now() }] }));
              }} />
            )}
          </Field>}
        </>
      )}
    </Screen>
  );
}

function Taken({ id, at, onDrop }: { id: string; at: number; onDrop: () => void }) {
  const face = faces.get(id);
  // The hall throws it away by itself when this does not reach it.
  const drop = () => { onDrop(); remove(`/resident/enquiry-pictures/${id}`).catch(() => undefined); };
  return (
    <View id={`picture-${at}`} className='taken'>
      {face ? <Image className='thumb' src={face} mode='aspectFill' aria-label={copy.picture(at)} /> : <View className='thumb'><Icon name='image' /></View>}
      <View className='taken__words'>{copy.picture(at)}，{copy.kept}</View>
      <Button id={`drop-${at}`} kind='plain' onTap={drop}>{copy.drop}</Button>
    </View>
  );
}
