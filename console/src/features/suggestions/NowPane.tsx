import type { ContactView, DeadlineView, StaffSuggestionView } from '@hall/shared/api/views';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Popconfirm, Tooltip } from 'antd';
import { useState } from 'react';
import { api } from '../../kit/api/api.ts';
import { sentenceOf } from '../../kit/api/problem.ts';
import { momentText } from '../../kit/clock.ts';
import { suggestionsCopy as copy } from '../../kit/copy/suggestions.copy.ts';
import { ExtendDialog } from '../../kit/deadline/ExtendDialog.tsx';
import { Key } from '../../kit/keys/Key.tsx';
import { useMay } from '../../kit/session/use-me.ts';
import { StateTag } from '../../kit/state/StateTag.tsx';
import type { Act } from './now.view.ts';
import { ACTS, actsOf, mainAct, turnOf } from './now.view.ts';
import styles from './Suggestion.module.css';
import { dueTone, running } from './suggestion.view.ts';
import { suggestionKey } from './suggestions.api.ts';

/** Whose turn it is, what may be done, by when, and whom it concerns. */
export function NowPane({ suggestion, onAct, busy }: { suggestion: StaffSuggestionView; onAct: (act: Act) => void; busy: boolean }) {
  const acts = actsOf(suggestion);
  const main = mainAct(suggestion);
  const label = (act: Act) => (act === 'assign' && suggestion.state !== 'accepted' ? copy.reassign : copy.acts[act]);
  const button = (act: Act) => <Button key={act} block size={act === main ? 'large' : 'middle'} type={act === main ? 'primary' : 'default'} loading={busy && act === main} disabled={busy} onClick={() => onAct(act)} data-testid={`act-${act}`}>{label(act)}<Key of={ACTS[act].toUpperCase()} /></Button>;
  return (
    <aside className={styles.pane} data-testid="suggestion-now">
      <p className={styles.turn} data-testid="suggestion-turn">{copy.turn[turnOf(suggestion)]}</p>
      {main ? button(main) : null}
      <div className={styles.acts}>{acts.filter((act) => act !== main).map(button)}</div>
      <Owed deadlines={running(suggestion.deadlines)} id={suggestion.id} />
      <dl className={styles.facts}>
        <dt>{copy.author}</dt><dd><Author suggestion={suggestion} /></dd>
        <dt>{copy.owner}</dt><dd>{suggestion.ownerName ?? copy.nobody}{suggestion.actingName ? <small>{copy.acting(suggestion.actingName)}</small> : null}{suggestion.assignedByName ? <small>{copy.assignedBy(suggestion.assignedByName)}</small> : null}</dd>
        <dt>{copy.leaves.wording}</dt><dd>{suggestion.visibilityLabel}<small>{suggestion.wishesPublic ? copy.wishes.public : copy.wishes.private}</small></dd>
      </dl>
    </aside>
  );
}

function Owed({ deadlines, id }: { deadlines: readonly DeadlineView[]; id: string }) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const mayExtend = useMay('deadline.extend');
  const [asked, setAsked] = useState<DeadlineView | null>(null);
  const done = () => { setAsked(null); void message.success(copy.extendDone); void client.invalidateQueries({ queryKey: suggestionKey(id) }); };
  return (
    <section className={styles.owed} data-testid="suggestion-deadlines">
      <h3>{copy.deadlines}</h3>
      {deadlines.length === 0 ? <p className="muted">{copy.noDeadline}</p> : deadlines.map((each) => (
        <div key={each.id}>
          <Tooltip title={each.basis}><span>{each.overdue ? <StateTag tone={dueTone(each)}>{copy.overdue(each.stepLabel, each.daysLate)}</StateTag> : <><strong>{each.stepLabel}</strong> {each.dueAt === null ? each.pausedFor ?? each.stateLabel : momentText(each.dueAt)}</>}</span></Tooltip>
          {mayExtend && each.actions.includes('extend') ? <Button size="small" onClick={() => setAsked(each)} data-testid={`extend-${each.step}`}>{copy.extend}</Button> : null}
          {each.extension ? <small className="muted">{copy.extended(each.extension.workingDays, each.extension.reason)}</small> : null}
        </div>
      ))}
      {asked ? <ExtendDialog item={deadlines.find(({ id: same }) => same === asked.id) ?? asked} onRefused={() => void client.invalidateQueries({ queryKey: suggestionKey(id) })} onClose={() => setAsked(null)} onDone={done} /> : null}
    </section>
  );
}

/** The masked name; the whole of it, and the phone, only when asked for, and that is written down. */
function Author({ suggestion }: { suggestion: StaffSuggestionView }) {
  const { message } = App.useApp();
  const mayAnswer = useMay('suggestion.answer');
  const contact = useMutation({ mutationFn: () => api.post<ContactView>(`/staff/suggestions/${suggestion.id}/contact`), onError: (error) => void message.error(sentenceOf(error)) });
  if (suggestion.way === 'paper') return <span className="muted">{copy.authorPaper}</span>;
  if (suggestion.identity === 'anonymous') return <span className="muted">{copy.authorHidden}</span>;
  if (contact.data) return <strong data-testid="suggestion-contact">{copy.contactOf(contact.data.name, contact.data.phone)}</strong>;
  return (
    <>
      {suggestion.authorName ?? copy.authorNameless}
      {mayAnswer && suggestion.contactable ? <Popconfirm title={copy.contactAsk} okText={copy.contactYes} cancelText={copy.contactNo} onConfirm={() => contact.mutate()} okButtonProps={{ 'data-testid': 'contact-yes' }}><Button size="small" type="link" loading={contact.isPending} data-testid="contact">{copy.contact}</Button></Popconfirm> : null}
    </>
  );
}
