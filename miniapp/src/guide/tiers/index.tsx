import type { PolicyProfileView } from '@hall/shared/api/views';
import { View } from '@tarojs/components';
import { get } from '../../kit/api.ts';
import { dayInFull } from '../../kit/clock.ts';
import { copy } from '../../kit/copy/guide.ts';
import { useResource } from '../../kit/resource.ts';
import { Card, Facts, Notice, Row } from '../../kit/ui/card.tsx';
import { Screen } from '../../kit/ui/screen.tsx';
import { bandsOf } from './tiers.view.ts';
import './index.scss';

/** What one pays a year, and what the government adds. */
export default function Tiers() {
  const policy = useResource('policy', () => get<PolicyProfileView>('/public/policy-profile'), { keep: true });
  return (
    <Screen id='tiers-page' of={policy} skeleton='page'>
      {(it) => (
        <>
          {it.example && <Notice tone='sun'>{copy.tiersExample(it.name)}</Notice>}
          <Card id='tier-table' className='tiers'>
            <View className='tier tier--head'><View className='tier__pay'>{copy.tier}</View><View>{copy.subsidy}</View></View>
            {bandsOf(it.tiers).map((band) => <View key={band.key} className='tier figures'><View className='tier__pay'>{band.pay}</View><View className='tier__sum'>{band.subsidy}</View></View>)}
          </Card>
          {it.specialGroups.length > 0 && (
            <>
              <View className='heading'>{copy.groups}</View>
              <Card className='card--rows'>{it.specialGroups.map((group) => <Row key={group.code} title={group.label} detail={[group.governmentPaysYuan > 0 ? copy.pays(group.governmentPaysYuan) : '', group.note].filter(Boolean).join('。')} />)}</Card>
            </>
          )}
          <Card><Facts of={[[copy.source, it.source], [copy.validity, copy.from(dayInFull(it.effectiveFrom), it.effectiveTo && dayInFull(it.effectiveTo))]]} /><View className='secondary'>{it.disclaimer}</View></Card>
        </>
      )}
    </Screen>
  );
}
