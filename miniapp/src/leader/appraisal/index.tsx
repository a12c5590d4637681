import type { StaffAppraisalView } from '@hall/shared/api/views';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { get } from '../../kit/api.ts';
import { copy as words } from '../../kit/copy/office.ts';
import { useResource, type Resource } from '../../kit/resource.ts';
import { staffAccount } from '../../kit/staff-session.ts';
import { Card, Notice, StateTag } from '../../kit/ui/card.tsx';
import { usePull } from '../pull.ts';
import { StaffScreen } from '../staff-screen.tsx';
import { dueLine, figureLines, toneOf } from './appraisal.view.ts';
import { Rectify } from './rectify.tsx';

const copy = words.appraisal;

/** What was said of the department, and what it changes because of it: written here by whoever owes it. */
export default function OfficeAppraisal() {
  const { id = '' } = useRouter().params;
  const page = useResource(`${staffAccount()}:appraisal:${id}`, () => get<StaffAppraisalView>(`/staff/appraisals/${id}`));
  usePull(page.reload);
  return <StaffScreen id='office-appraisal-page' of={page} skeleton='page'>{(of) => <One of={of} page={page} />}</StaffScreen>;
}

function One({ of, page }: { of: StaffAppraisalView; page: Resource<StaffAppraisalView> }) {
  const { departmentName, sentence, rectification, ownerName, actions } = of;
  return (
    <>
      <Card id='appraisal'>
        <View className='title'>{departmentName}</View>
        <View>{sentence}</View>
        {figureLines(of).map((line) => <View key={line}>{line}</View>)}
      </Card>
      {rectification === null ? <Notice id='running' tone='info'>{copy.running}</Notice> : (
        <Card id='rectification'>
          <View className='office-head'><View className='title'>{copy.title}</View><StateTag tone={toneOf(rectification)}>{rectification.stateLabel}</StateTag></View>
          {rectification.text !== null && <View className='long-text__words'>{rectification.text}</View>}
          {rectification.text === null && !actions.includes('rectify') && <View>{copy.waiting(ownerName)}</View>}
          <View id='due' className='secondary'>{dueLine(rectification)}</View>
        </Card>
      )}
      {/* In a box of its own: what is typed in it does not send the rest of the page again. */}
      <View className='part'>{actions.includes('rectify') && <Rectify of={of} page={page} />}</View>
    </>
  );
}
