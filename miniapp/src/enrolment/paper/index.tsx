import { useRouter } from '@tarojs/taro';
import { copy } from '../../kit/copy/enrolment.ts';
import { useResource } from '../../kit/resource.ts';
import { Notice } from '../../kit/ui/card.tsx';
import { Screen } from '../../kit/ui/screen.tsx';
import { loadDesk } from '../load.ts';
import { Paper } from '../paper.tsx';

/** What has been handed in, to read and not to change. */
export default function PaperToRead() {
  const { id = '' } = useRouter().params;
  const desk = useResource(`paper:${id}`, () => loadDesk(id), { keep: true });
  return (
    <Screen id='enrolment-paper-page' of={desk} skeleton='page'>
      {({ application, tables }) => (
        <>
          {application.state === 'returned' && <Notice id='locked' tone='info'>{copy.fix.locked}</Notice>}
          <Paper application={application} tables={tables} />
        </>
      )}
    </Screen>
  );
}
