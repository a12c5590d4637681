import type { MatterCardView } from '@hall/shared/api/views';
import { View } from '@tarojs/components';
import { list } from '../../kit/api.ts';
import { copy as words } from '../../kit/copy/home.ts';
import { go, to } from '../../kit/navigate.ts';
import { said } from '../../kit/not-said.ts';
import { useResource } from '../../kit/resource.ts';
import { Card, Notice, Row, StateTag } from '../../kit/ui/card.tsx';
import { Icon } from '../../kit/ui/icon.tsx';
import { Screen } from '../../kit/ui/screen.tsx';

const copy = words.services;
const load = () => list<MatterCardView>('/public/matters');

export default function Services() {
  const matters = useResource('matters', load, { keep: true });
  return (
    <Screen id='services-page' of={matters} empty={{ when: (all) => all.length === 0, icon: 'book-open-text', title: copy.empty }}>
      {(all) => (
        <>
          <Notice tone='info' title={copy.offline}>{copy.offlineDetail}</Notice>
          <View className='heading'>{copy.heading}</View>
          {all.map((matter) => (
            <Card key={matter.id} id={`matter-${matter.id}`} onTap={() => go(to('/guide/matter/index', { id: matter.id }))}>
              <View className='line line--apart'><View className='title'>{matter.name}</View><View className='row__chevron'><Icon name='chevron-right' size='small' /></View></View>
              <View className='secondary'>{matter.summary}</View>
              {said(matter.promisedLimit) && <View className='secondary'>{copy.limits(matter.promisedLimit)}</View>}
              {matter.prefill && <StateTag tone='ok' icon='file-pen-line'>{copy.prefill}</StateTag>}
            </Card>
          ))}
          <Card className='card--rows'>
            <Row id='go-tiers' icon='landmark' title={copy.tiers} detail={copy.tiersDetail} onTap={() => go('/guide/tiers/index')} />
            <Row id='go-activities' icon='users' title={copy.activities} detail={copy.activitiesDetail} onTap={() => go('/activity/list/index')} />
            <Row id='go-stars' icon='thumbs-up' title={copy.stars} detail={copy.starsDetail} onTap={() => go('/star/list/index')} />
            <Row id='go-rights' icon='shield-check' title={copy.rights} detail={copy.rightsDetail} onTap={() => go('/rights/list/index')} />
            <Row id='go-people' icon='users' title={copy.people} detail={copy.peopleDetail} onTap={() => go('/lights/board/index')} />
            <Row id='go-figures' icon='message-square-heart' title={copy.figures} detail={copy.figuresDetail} onTap={() => go('/rating/figures/index')} />
          </Card>
        </>
      )}
    </Screen>
  );
}
