import type { LightDutyView } from '@hall/shared/api/views';
import { View } from '@tarojs/components';
import { spoken } from '../kit/accessibility.ts';
import { copy as words } from '../kit/copy/lights.ts';
import { go, to } from '../kit/navigate.ts';
import { Card, Facts } from '../kit/ui/card.tsx';
import { Icon } from '../kit/ui/icon.tsx';

const copy = words.department;

/** One matter: how long the law gives, how long is promised, and where. The name leads to its guide. */
export function DutyCard({ of: { matterId, name, statutory, promised, basis, windows, materials } }: { of: LightDutyView }) {
  return (
    <Card id={`duty-${matterId}`}>
      <View className='duty__head' {...spoken('button', copy.guide(name))} onClick={() => go(to('/guide/matter/index', { id: matterId }))}><View className='title'>{name}</View><View className='row__chevron'><Icon name='chevron-right' size='small' /></View></View>
      <Facts of={[[copy.promised, promised ?? copy.byLaw], [copy.statutory, statutory], [copy.basis, basis], [copy.where, windows.length > 0 ? windows.join('、') : copy.desk], [copy.materials, materials > 0 ? copy.many(materials) : copy.none]]} />
    </Card>
  );
}
