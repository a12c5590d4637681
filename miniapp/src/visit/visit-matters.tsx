import type { VisitMatterView } from '@hall/shared/api/views';
import { View } from '@tarojs/components';
import { copy } from '../kit/copy/visit.ts';
import { Card, Row } from '../kit/ui/card.tsx';

/** What the visit is for: each matter with the person it is for. */
export function VisitMatters({ matters }: { matters: readonly VisitMatterView[] }) {
  return (
    <>
      <View className='heading'>{copy.booking.matters}</View>
      <Card className='card--rows'>{matters.map((matter) => <Row key={matter.id} icon='file-text' title={matter.matterName} detail={[matter.personName, matter.caseNumber].filter(Boolean).join(' · ')} />)}</Card>
    </>
  );
}
