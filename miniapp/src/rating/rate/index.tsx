import type { RatingInvitationView } from '@hall/shared/api/views';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState, type ReactNode } from 'react';
import { spoken } from '../../kit/accessibility.ts';
import { get, post } from '../../kit/api.ts';
import { showFirst } from '../../kit/attention.ts';
import { dayInWords } from '../../kit/clock.ts';
import { copy } from '../../kit/copy/rating.ts';
import { faceOf } from '../../kit/faces.ts';
import { useIntent } from '../../kit/intent.ts';
import { useKept } from '../../kit/kept.ts';
import { go, to } from '../../kit/navigate.ts';
import { useResource } from '../../kit/resource.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Card, Notice } from '../../kit/ui/card.tsx';
import { Choice } from '../../kit/ui/choice.tsx';
import { Field, TextBox, TextInput } from '../../kit/ui/field.tsx';
import { Icon } from '../../kit/ui/icon.tsx';
import { Levels } from '../../kit/ui/levels.tsx';
import { Empty, Page, Screen, Trouble } from '../../kit/ui/screen.tsx';
import { Counted } from './counted.tsx';
import { Progress } from './progress.tsx';
import { EMPTY, body, chooseLevel, reasonsFor, toggleReason, twoLines, type Rating } from './rate.form.ts';
import './index.scss';

/** By one's own invitation (`id`), or, without signing in, by the code printed on the slip and in its QR link. */
export default function Rate() {
  const { id, code, scene } = useRouter().params;
  const [typed, setTyped] = useState<string | null>(code ?? scene ?? null);
  if (id) return <RateAt path={`/resident/ratings/${id}`} send={`/resident/ratings/${id}`} />;
  if (typed) return <RateAt key={typed} path={`/public/slips/${encodeURIComponent(typed)}`} send={`/public/slips/${encodeURIComponent(typed)}/rating`} times={to('/visit/times/index', { code: typed })} unknown={(sentence) => <AskSlip start={typed} sentence={sentence} onCode={setTyped} />} />;
  return <AskSlip onCode={setTyped} />;
}

/** @param sentence what the hall said of the code tried before */
function AskSlip({ onCode, start = '', sentence = null }: { onCode: (code: string) => void; start?: string; sentence?: string | null }) {
  const [text, setText] = useState(start);
  const [wrong, setWrong] = useState<string | null>(sentence);
  return (
    <Page id='rate-page'>
      <View className='display'>{copy.title}</View>
      <Field label={copy.slipCode} hint={copy.slipHint} error={wrong}><TextInput id='slip-code' label={copy.slipCode} value={text} maxLength={40} onChange={setText} /></Field>
      <Button id='open-slip' onTap={() => (text.trim() === '' ? setWrong(copy.slipNeeded) : onCode(text.trim()))}>{copy.open}</Button>
    </Page>
  );
}

/** @param times the page of the visit's recorded times, for whoever came by a slip @param unknown what to show for a code the hall does not know, so that it can be typed again */
function RateAt({ path, send, times, unknown }: { path: string; send: string; times?: string; unknown?: (sentence: string) => ReactNode }) {
  const invitation = useResource(`rate:${path}`, () => get<RatingInvitationView>(path));
  // A slip may be rated on anybody's phone, so only what an account rates waits on this one.
  const { value: rating, set: setRating, sent } = useKept<Rating>(unknown ? null : `rating:${path}`, EMPTY);
  const [wrong, setWrong] = useState<string | null>(null);
  const [thanks, setThanks] = useState<string | null>(null);
  const [low, setLow] = useState(false);
  const submit = useIntent(async (key, filled: Rating) => {
    const answer = await post<{ thanks: string }>(send, body(filled), { key });
    setThanks(answer.thanks);
    setLow((filled.level ?? 0) <= 2);
    sent();
  });
  const submitOrAsk = () => {
    if (rating.level !== null) { void submit.run(rating); return; }
    setWrong(copy.chooseLevel);
    showFirst('#wrong');
  };
  const toHome = <Button id='home' kind='quiet' icon='house' onTap={() => go('/tabs/home/index')}>{copy.home}</Button>;
  const toTimes = times && <Button id='see-times' kind='plain' onTap={() => go(times)}>{copy.times}</Button>;
  // A negative rating is worked on: whoever gave it can see from the first minute what becomes of it.
  const toProgress = <Button id='see-progress' onTap={() => { setThanks(null); void invitation.reload(); }}>{copy.seeProgress}</Button>;
  if (unknown && invitation.data === null && invitation.error?.status === 404) return <>{unknown(invitation.error.message)}</>;
  if (thanks) return <Page id='rate-page'><Empty icon='circle-check' title={thanks} {...(low ? { detail: copy.followed } : {})} action={low ? <>{toProgress}{toHome}</> : <>{toTimes}{toHome}</>} /></Page>;
  return (
    <Screen id='rate-page' of={invitation} skeleton='page' empty={{ when: (it) => it.state !== 'open' && !it.progress, icon: 'message-square-heart', title: invitation.data?.state === 'rated' ? copy.rated : copy.expired, action: invitation.data?.state === 'rated' ? <><Counted path={path} />{toTimes}{toHome}</> : <>{toTimes}{toHome}</> }}
      footer={(it) => it.state === 'open' && <><Trouble error={submit.error} /><Button id='submit' busy={submit.busy} onTap={submitOrAsk}>{copy.submit}</Button></>}>
      {(it) => it.progress ? <><Progress of={it} progress={it.progress} path={path} page={invitation} keeps={!unknown} /><Counted path={path} />{toTimes}</> : (
        <>
          <View className='stack stack--close'>
            <View className='display'>{copy.title}</View>
            <View className='secondary'>{copy.about(it.matterNames.join('、'), dayInWords(it.servedOn))}</View>
            {it.windowLabel && <View className='secondary'>{copy.window(it.windowLabel)}</View>}
          </View>
          {wrong && <Notice id='wrong' tone='accent'>{wrong}</Notice>}
          <Levels id='level' levels={it.levels} chosen={rating.level} onChoose={(level) => { setWrong(null); setRating(chooseLevel(rating, level)); }} />
          <View className='part'>
            {reasonsFor(it, rating.level).length > 0 && (
              <Field label={copy.reasons} optional>
                <Choice id='reason' label={copy.reasons} many tight options={reasonsFor(it, rating.level).map((reason) => ({ value: reason.code, label: reason.label }))} chosen={rating.reasons} onChoose={(code) => setRating(toggleReason(rating, code))} />
              </Field>
            )}
          </View>
          <View className={`stack${rating.level === null ? ' not-yet' : ''}`}>
            <Field label={copy.dimensions} optional>
              <Card>
                {it.dimensions.map((dimension) => (
                  <View key={dimension.code} className='dimension'>
                    <View className='dimension__label'>{dimension.label}</View>
                    <View className='dimension__faces'>
                      {it.levels.map(({ code, label }) => {
                        const on = rating.dimensions[dimension.code] === Number(code);
                        return <View key={code} id={`${dimension.code}-${code}`} className={`mini-face${on ? ` mini-face--${Number(code) <= 2 ? 'low' : 'high'}` : ''}`} {...spoken('radio', `${dimension.label} ${label}`, on)} onClick={() => setRating({ ...rating, dimensions: { ...rating.dimensions, [dimension.code]: Number(code) } })}><Icon name={faceOf(Number(code))} /><View className='mini-face__word'>{twoLines(label)}</View></View>;
                      })}
                    </View>
                  </View>
                ))}
              </Card>
            </Field>
            <Field label={copy.comment} optional><TextBox id='comment' label={copy.comment} value={rating.comment} maxLength={200} placeholder={copy.commentExample} onChange={(comment) => setRating({ ...rating, comment })} /></Field>
          </View>
          <View className='secondary'>{copy.privacy}</View>
          {toTimes}
        </>
      )}
    </Screen>
  );
}
