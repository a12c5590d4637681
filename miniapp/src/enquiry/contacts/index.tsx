import type { EnquiryContactsView, SectionContactView } from '@hall/shared/api/views';
import { View } from '@tarojs/components';
import { spoken } from '../../kit/accessibility.ts';
import { get } from '../../kit/api.ts';
import { copy as words } from '../../kit/copy/enquiry.ts';
import { inOnePiece } from '../../kit/in-one-piece.ts';
import { callPhone, go, to } from '../../kit/navigate.ts';
import { useResource } from '../../kit/resource.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Card, Notice, Row } from '../../kit/ui/card.tsx';
import { Screen } from '../../kit/ui/screen.tsx';
import { Portrait } from '../../kit/ui/portrait.tsx';
import '../enquiry.scss';

const copy = words.contacts;
const load = () => get<EnquiryContactsView>('/public/contacts');

/** Whom to ask: the leader of today, each section with its phone, and what others have asked before. */
export default function Contacts() {
  const contacts = useResource('contacts', load, { keep: true });
  return (
    <Screen id='contacts-page' of={contacts} skeleton='page' footer={() => <Button id='ask' icon='message-circle-question-mark' onTap={() => go('/enquiry/ask/index')}>{copy.askNow}</Button>}>
      {({ leader, hallPhone, sections, others, openState }) => (
        <>
          <View className='stack stack--close'><View className='display'>{copy.title}</View><View className='secondary'>{copy.lead}</View></View>
          {(openState === 'closed' || openState === 'break') && <Notice id='closed' tone='info'>{copy.closed}</Notice>}
          <Card className='card--rows'>
            <Row id='go-guide' icon='book-open-text' title={copy.guide} detail={copy.guideDetail} onTap={() => go('/enquiry/guide/index')} />
            <Row id='go-mine' icon='inbox' title={copy.mine} detail={copy.mineDetail} onTap={() => go('/enquiry/mine/index')} />
            {others.length > 0 && <Row id='go-others' icon='phone' title={copy.others} detail={others.map(({ name, phone }) => `${name} ${phone}`).join('，')} onTap={() => go(to('/enquiry/guide/index', { kind: 'contact' }))} />}
          </Card>
          <View className='heading'>{copy.leader}</View>
          <Card id='leader'>
            {leader ? (
              <>
                <View className='leader-card'><Portrait url={leader.photoUrl} /><View className='leader-card__words'><View className='title'>{leader.name}</View><View className='secondary'>{leader.inNameOf ? `${leader.post}，${copy.inNameOf(leader.inNameOf)}` : leader.post}</View></View></View>
                <Button id='call-leader' kind='quiet' icon='phone' onTap={() => callPhone(hallPhone)}>{copy.call}</Button>
                <Button id='ask-leader' kind='quiet' icon='message-circle-question-mark' onTap={() => go(to('/enquiry/ask/index', { to: 'leader' }))}>{copy.askLeader}</Button>
              </>
            ) : <><View>{copy.nobody}</View><Button id='call-hall' kind='quiet' icon='phone' onTap={() => callPhone(hallPhone)}>{copy.call} {hallPhone}</Button></>}
          </Card>
          <View className='heading'>{copy.sections}</View>
          <Card className='card--rows'>{sections.map((section) => <Section key={section.departmentId} section={section} />)}</Card>
        </>
      )}
    </Screen>
  );
}

/** As few boxes as say it: a hall has many sections, and each box crosses to the view before the page stands. */
function Section({ section: { departmentId, name, phone, person } }: { section: SectionContactView }) {
  return (
    <View id={`section-${departmentId}`} className='section'>
      <View className='section__head'>
        {person?.photoUrl && <Portrait small url={person.photoUrl} />}
        <View className='leader-card__words'>{name}<View className='row__detail lines'>{whoAndPhone({ phone, person })}</View></View>
      </View>
      <View className='pair'>
        <Act id={`call-${departmentId}`} onTap={() => callPhone(phone)}>{copy.call}</Act>
        <Act id={`ask-${departmentId}`} onTap={() => go(to('/enquiry/ask/index', { to: departmentId }))}>{copy.ask}</Act>
      </View>
    </View>
  );
}

const whoAndPhone = ({ phone, person }: Pick<SectionContactView, 'phone' | 'person'>): string =>
  [...(person ? [`${copy.headOf} ${person.name}${person.inNameOf ? copy.inNameOfShort(person.inNameOf) : ''}`] : []), inOnePiece(phone)].join('\n');

/** A quiet button in a single box: two for each section of a large hall would else fill the first picture of the page. */
function Act({ id, onTap, children }: { id: string; onTap: () => void; children: string }) {
  return <View id={id} className='button button--quiet' hoverClass='button--pressed' {...spoken('button')} onClick={onTap}>{children}</View>;
}
