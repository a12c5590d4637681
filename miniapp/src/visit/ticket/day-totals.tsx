import type { LedgerPage, TicketView } from '@hall/shared/api/views';
import { View } from '@tarojs/components';
import { get } from '../../kit/api.ts';
import { today } from '../../kit/clock.ts';
import { copy } from '../../kit/copy/totals.ts';
import { useResource } from '../../kit/resource.ts';
import { Card } from '../../kit/ui/card.tsx';
import { dayOfVisit, totalsLine } from './day-totals.view.ts';

/** From the day after a visit on: how many numbers were given that day and how each ended. Without an answer the ticket stands without it. */
export function DayTotals({ ticket }: { ticket: TicketView }) {
  const day = dayOfVisit(ticket);
  const totals = useResource(day < today() ? `day-totals:${day}` : null, () => get<LedgerPage>('/public/ledger/entries?kind=day.totals'));
  const line = totals.data && totalsLine(totals.data.items, day, ticket);
  return line && (
    <Card id='day-totals'>
      <View className='heading'>{copy.title}</View>
      <View className='figures'>{line}</View>
      <View className='secondary'>{copy.why}</View>
    </Card>
  );
}
