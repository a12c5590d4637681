import { CheckCircleOutlined, LeftOutlined, LockOutlined } from '@ant-design/icons';
import type { BoxOpeningView, EnteredSlipView } from '@hall/shared/api/views';
import { SUGGESTION_LIMITS, SUGGESTION_TOPICS } from '@hall/shared/suggestion/suggestion.rules';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Checkbox, Input, Popconfirm, Radio } from 'antd';
import { useCallback, useRef, useState } from 'react';
import { Link, useParams } from 'react-router';
import { api } from '../../kit/api/api.ts';
import { sentenceOf } from '../../kit/api/problem.ts';
import { dayWords } from '../../kit/clock.ts';
import { slipCopy as copy } from '../../kit/copy/suggestion-rooms.copy.ts';
import { useKept } from '../../kit/draft/use-kept.ts';
import { Key } from '../../kit/keys/Key.tsx';
import { Blank } from '../../kit/state/Blank.tsx';
import { Loaded } from '../../kit/state/Loaded.tsx';
import { BOX_KEY, useBox, useBoxStep } from './box.api.ts';
import { NO_SLIP, serialProblem, slipInput, slipNeeds } from './box.view.ts';
import styles from './Rooms.module.css';
import { SlipPicture } from './SlipPicture.tsx';

/** What lay in the box, typed in slip by slip beside its picture. */
export function SlipEntryPage() {
  const { id = '' } = useParams();
  const box = useBox();
  return (
    <Loaded query={box}>
      {({ openings }) => {
        const opening = openings.find((each) => each.id === id);
        const back = <Link to="/suggestions/box">{copy.back}</Link>;
        if (opening?.state === 'entered') return <Blank icon={<CheckCircleOutlined />} title={copy.doneTitle} body={copy.doneBody(opening.entered)} action={back} testId="slips-done" />;
        return opening?.state === 'opened' ? <Entry key={id} opening={opening} /> : <Blank icon={<LockOutlined />} title={copy.title} body={copy.notOpen} action={back} testId="slips-not-open" />;
      }}
    </Loaded>
  );
}

function Entry({ opening }: { opening: BoxOpeningView }) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const step = useBoxStep();
  // A resident's words: they stay in this tab.
  const [slip, setSlip, forget] = useKept(`slip.${opening.id}`, NO_SLIP, 'tab');
  const [done, setDone] = useState<EnteredSlipView[]>([]);
  const latest = useRef(slip);
  latest.current = slip;
  const setPicture = useCallback((pictureId: string | null) => setSlip({ ...latest.current, pictureId }), [setSlip]);
  const needs = slipNeeds(slip);
  const enter = useMutation({
    mutationFn: () => api.create<EnteredSlipView>(`/staff/box-openings/${opening.id}/slips`, slipInput(slip)),
    onSuccess: (entered) => { setDone((old) => [entered, ...old]); forget(); void message.success(copy.saved(entered.number)); void client.invalidateQueries({ queryKey: BOX_KEY }); },
    onError: (error) => void message.error(sentenceOf(error)),
  });
  const save = () => { if (needs) void message.warning(copy.needs[needs]); else if (!enter.isPending) enter.mutate(); };
  const wrong = serialProblem(slip);
  return (
    <div className={styles.slips} data-testid="slip-entry" onKeyDown={(event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save(); }}>
      <header className={styles.slipHead}>
        <Link to="/suggestions/box"><LeftOutlined /> {copy.back}</Link>
        <h1>{copy.title}</h1>
        <span className="muted">{copy.lead(dayWords(opening.plannedFor), opening.firstName ?? '', opening.secondName ?? '')}</span>
        <span className={styles.grow} />
        <strong data-testid="slip-progress">{copy.progress(opening.entered, opening.counted ?? 0)}</strong>
        {opening.actions.includes('finish') ? <Popconfirm title={copy.finishAsk} okText={copy.yes} cancelText={copy.no} okButtonProps={{ 'data-testid': 'finish-yes' }} onConfirm={() => step.mutate({ path: `box-openings/${opening.id}/finish`, body: { version: opening.version }, done: copy.finished })}><Button type="primary" data-testid="slips-finish">{copy.finish}</Button></Popconfirm> : null}
      </header>
      <SlipPicture openingId={opening.id} pictureId={slip.pictureId} onPicture={setPicture} />
      <section className={styles.slipForm}>
        <label><span>{copy.serial}</span><Input maxLength={12} inputMode="numeric" disabled={slip.ownPaper} status={wrong ? 'error' : ''} placeholder={copy.serialHint} value={slip.serial} onChange={(event) => setSlip({ ...slip, serial: event.target.value })} data-testid="slip-serial" />{wrong ? <em role="alert">{wrong}</em> : null}</label>
        <Checkbox checked={slip.ownPaper} onChange={(event) => setSlip({ ...slip, ownPaper: event.target.checked })} data-testid="slip-own-paper">{copy.ownPaper}</Checkbox>
        <div><span>{copy.topic}</span><Radio.Group className={styles.topics ?? ''} value={slip.topic} onChange={(event) => setSlip({ ...slip, topic: event.target.value as typeof slip.topic })} options={SUGGESTION_TOPICS.map(({ code, label }) => ({ value: code, label }))} data-testid="slip-topic" /></div>
        <label><span>{copy.text}</span><Input.TextArea rows={7} maxLength={SUGGESTION_LIMITS.most} showCount placeholder={copy.textHint} value={slip.text} onChange={(event) => setSlip({ ...slip, text: event.target.value })} data-testid="slip-text" /></label>
        <Checkbox className={styles.wishes ?? ''} checked={slip.wishesPublic} onChange={(event) => setSlip({ ...slip, wishesPublic: event.target.checked })} data-testid="slip-wishes">{copy.wishes}</Checkbox>
        <Button type="primary" size="large" disabled={needs !== null} loading={enter.isPending} onClick={save} data-testid="slip-save">{copy.save}<Key of="Ctrl+Enter" /></Button>
        {needs ? <small className="muted" data-testid="slip-needs">{copy.needs[needs]}</small> : null}
        {done.length > 0 ? <div className={styles.entered}><h3>{copy.justEntered}</h3><ul>{done.slice(0, 5).map((each) => <li key={each.suggestionId}>{each.number}<small className="muted">{each.serial ?? copy.ownShort}</small></li>)}</ul></div> : null}
      </section>
    </div>
  );
}
