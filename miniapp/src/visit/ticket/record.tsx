import type { TicketRecordView, VisitProofView } from '@hall/shared/api/views';
import { dayLabel } from '@hall/shared/kernel/day';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { get, post } from '../../kit/api.ts';
import { momentInWords, today } from '../../kit/clock.ts';
import { copy as words } from '../../kit/copy/visit.ts';
import { useIntent } from '../../kit/intent.ts';
import { useResource } from '../../kit/resource.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Card, Facts, StateTag } from '../../kit/ui/card.tsx';
import { Confirm } from '../../kit/ui/confirm.tsx';
import { Field, TextBox } from '../../kit/ui/field.tsx';
import { Trouble } from '../../kit/ui/screen.tsx';
import { proofOutcome } from './ledger-proof.ts';
import { recordLines, tookWords } from './record.view.ts';

const copy = words.record;
const MOST = 300;

/** Once it is over: both recorded times, the word against them, and where the visit stands in the public ledger. */
export function TicketRecord({ id }: { id: string }) {
  const record = useResource(`ticket-record:${id}`, () => get<TicketRecordView>(`/resident/tickets/${id}/record`));
  if (record.data === null) return null;
  const took = tookWords(record.data);
  return (
    <Card id='ticket-record'>
      <View className='title'>{copy.title}</View>
      <Facts of={recordLines(record.data)} />
      {took && <View className='secondary'>{took}</View>}
      <Dispute id={id} of={record.data} onRaised={record.put} />
      {record.data.proof && <Proof of={record.data.proof} />}
    </Card>
  );
}

function Dispute({ id, of, onRaised }: { id: string; of: TicketRecordView; onRaised: (after: TicketRecordView) => void }) {
  const [asking, setAsking] = useState(false);
  const [said, setSaid] = useState('');
  const raise = useIntent(async (key, text: string) => {
    onRaised(await post<TicketRecordView>(`/resident/tickets/${id}/dispute`, { words: text }, { key }));
    setAsking(false);
  });
  const { dispute } = of;
  if (dispute) return (
    <View id='dispute' className='stack'>
      <StateTag tone={dispute.state === 'raised' ? 'warn' : dispute.state === 'upheld' ? 'accent' : 'info'}>{dispute.stateLabel}</StateTag>
      <View className='secondary'>{copy.raised(momentInWords(dispute.raisedAt, today()))}{dispute.answeredAt === null ? '' : `，${copy.answered(momentInWords(dispute.answeredAt, today()))}`}</View>
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
            <Field label={copy.words}><TextBox id='dispute-words' label={copy.words} value={said} maxLength={MOST} placeholder={copy.example} onChange={setSaid} /></Field>
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
      {outcome && <StateTag id='proof-outcome' tone={outcome === 'proven' ? 'ok' : outcome === 'wrong' ? 'accent' : 'info'}>{outcome === 'proven' ? copy.proven : outcome === 'wrong' ? copy.wrong : copy.tonight}</StateTag>}
      {outcome === 'proven' && of.checkpoint && <View className='secondary figures'>{copy.code(dayLabel(of.checkpoint.day), of.checkpoint.shortCode)}。{copy.codeHint}</View>}
    </View>
  );
}
