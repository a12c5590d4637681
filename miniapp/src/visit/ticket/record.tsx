import type { TicketRecordView, VisitProofView } from '@hall/shared/api/views';
import { dayLabel, dayOf } from '@hall/shared/kernel/day';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { get, post } from '../../kit/api.ts';
import { dayInWords, momentInWords, today } from '../../kit/clock.ts';
import { copy as words } from '../../kit/copy/visit.ts';
import { useIntent } from '../../kit/intent.ts';
import { useKept } from '../../kit/kept.ts';
import { useResource } from '../../kit/resource.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Card, Facts, Notice, StateTag } from '../../kit/ui/card.tsx';
import { Confirm } from '../../kit/ui/confirm.tsx';
import { Field, TextBox } from '../../kit/ui/field.tsx';
import { Trouble } from '../../kit/ui/screen.tsx';
import { proofOutcome } from './ledger-proof.ts';
import { recordLines, tookWords } from './record.view.ts';

const copy = words.record;
const MOST = 300;
const NOTHING = { said: '' };

/** Once it is over: both recorded times, the word against them, and where the visit stands in the public ledger. */
export function TicketRecord({ id }: { id: string }) {
  const path = `/resident/tickets/${id}`;
  const record = useResource(`ticket-record:${id}`, () => get<TicketRecordView>(`${path}/record`));
  return record.data && <RecordCard path={path} keeps={`dispute:${id}`} of={record.data} onChange={record.put} />;
}

interface Recorded { /** Whose record it is: of a ticket, or of a slip. */ path: string; /** Where unsent words wait on this phone; null when the phone may be anybody's. */ keeps: string | null; of: TicketRecordView; onChange: (after: TicketRecordView) => void }

export function RecordCard({ path, keeps, of, onChange }: Recorded) {
  const took = tookWords(of);
  return (
    <Card id='ticket-record'>
      <View className='title'>{copy.title(dayLabel(of.day))}</View>
      <Facts of={recordLines(of)} />
      {took && <View className='secondary'>{took}</View>}
      <Dispute path={path} keeps={keeps} of={of} onChange={onChange} />
      {of.proof && <Proof of={of.proof} />}
    </Card>
  );
}

function Dispute({ path, keeps, of, onChange }: Recorded) {
  const [asking, setAsking] = useState(false);
  const { value: { said }, set, sent } = useKept(keeps, NOTHING);
  const raise = useIntent(async (key, text: string) => {
    onChange(await post<TicketRecordView>(`${path}/dispute`, { words: text }, { key }));
    sent();
    setAsking(false);
  });
  const { dispute } = of;
  if (dispute) return (
    <View id='dispute' className='stack'>
      <StateTag tone={dispute.state === 'raised' ? 'warn' : dispute.state === 'upheld' ? 'accent' : 'info'}>{dispute.stateLabel}</StateTag>
      <View className='secondary'>{copy.raised(momentInWords(dispute.raisedAt, today()))}{dispute.answeredAt === null ? '' : `，${copy.answered(momentInWords(dispute.answeredAt, today()))}`}</View>
      {dispute.dueAt !== null && <View className='secondary'>{copy.dueBy(dayInWords(dayOf(dispute.dueAt)))}</View>}
      <Facts of={[[copy.mine, dispute.words], [copy.answer, dispute.answer]]} />
    </View>
  );
  if (!of.mayDispute) return null;
  return (
    <>
      <Button id='dispute-open' kind='quiet' onTap={() => setAsking(true)}>{copy.dispute}</Button>
      {asking && (
        <Confirm id='dispute-ask' title={copy.disputeAsk} yes={copy.yes} busy={raise.busy} onYes={() => void raise.run(said.trim())} onNo={() => setAsking(false)}>
          <View className='stack'>
            <View className='secondary'>{copy.disputeDetail}</View>
            <Field label={copy.words}><TextBox id='dispute-words' label={copy.words} value={said} maxLength={MOST} placeholder={copy.example} onChange={(next) => set({ said: next })} /></Field>
            <Trouble error={raise.error} />
          </View>
        </Confirm>
      )}
    </>
  );
}

/** Checked when it is asked for: the sums are the phone's own. */
function Proof({ of }: { of: VisitProofView }) {
  const [checked, setChecked] = useState(false);
  const outcome = checked ? proofOutcome(of) : null;
  return (
    <View id='ledger-proof' className='stack'>
      <View>{copy.ledger(of.seq)}</View>
      {outcome === null && <Button id='proof-check' kind='plain' onTap={() => setChecked(true)}>{copy.check}</Button>}
      {outcome && <Notice id='proof-outcome' tone={outcome === 'proven' ? 'ok' : outcome === 'wrong' ? 'accent' : 'info'}>{outcome === 'proven' ? copy.proven : outcome === 'wrong' ? copy.wrong : copy.tonight}</Notice>}
      {outcome === 'proven' && of.checkpoint && <><View className='secondary'>{copy.code(dayLabel(of.checkpoint.day))}</View><View className='record__code'>{of.checkpoint.shortCode}</View><View className='secondary'>{copy.codeHint}</View></>}
    </View>
  );
}
