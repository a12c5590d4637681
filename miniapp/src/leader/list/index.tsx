import type { RatingCaseRowView, StaffEnquiryCard, StaffSuggestionCard } from '@hall/shared/api/views';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { spoken } from '../../kit/accessibility.ts';
import { list } from '../../kit/api.ts';
import { now } from '../../kit/clock.ts';
import { copy as words } from '../../kit/copy/office.ts';
import { go } from '../../kit/navigate.ts';
import { useResource } from '../../kit/resource.ts';
import { staffAccount } from '../../kit/staff-session.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Card, StateTag } from '../../kit/ui/card.tsx';
import { Empty, Page } from '../../kit/ui/screen.tsx';
import { Part } from '../part.tsx';
import { Segments } from '../segments.tsx';
import { LIST_KINDS, SCOPES, chosenOf, enquiryLine, pathOf, ratingLine, suggestionLine, type Line, type ListKind } from './list.view.ts';
import '../leader.scss';

const copy = words.list;
const AT_ONCE = 8;

async function load(kind: ListKind, scope: string): Promise<Line[]> {
  const path = pathOf(kind, scope);
  if (kind === 'suggestions') return (await list<StaffSuggestionCard>(path)).map((card) => suggestionLine(card, now()));
  if (kind === 'enquiries') return (await list<StaffEnquiryCard>(path)).map((card) => enquiryLine(card, now()));
  return (await list<RatingCaseRowView>(path)).map((row) => ratingLine(row, now()));
}

/** Suggestions, questions and negative ratings, each by where it stands. */
export default function OfficeList() {
  const { of, scope } = useRouter().params;
  const [chosen, setChosen] = useState(() => chosenOf(of, scope));
  return (
    <Page id='office-list-page'>
      <Segments id='kind' label={copy.kind} of={LIST_KINDS.map((value) => ({ value, label: copy.kinds[value] }))} chosen={chosen.kind} onChoose={(kind) => setChosen(chosenOf(kind, undefined))} />
      <Segments id='scope' label={copy.scope} of={Object.entries(SCOPES[chosen.kind]).map(([value, label]) => ({ value, label }))} chosen={chosen.scope} onChoose={(next) => setChosen({ ...chosen, scope: next })} />
      <Lines key={`${chosen.kind} ${chosen.scope}`} {...chosen} />
    </Page>
  );
}

function Lines({ kind, scope }: { kind: ListKind; scope: string }) {
  const lines = useResource(`${staffAccount()}:list:${kind}:${scope}`, () => load(kind, scope), { keep: true });
  const [shown, setShown] = useState(AT_ONCE);
  return (
    <Part of={lines}>
      {(all) => all.length === 0 ? <Empty icon='inbox' title={copy.empty} detail={copy.emptyDetail} /> : (
        <>
          <Card className='card--rows'>{all.slice(0, shown).map((line) => <One key={line.id} of={line} />)}</Card>
          {all.length > shown && <Button id='more' kind='quiet' onTap={() => setShown(shown + AT_ONCE)}>{words.home.more(all.length - shown)}</Button>}
        </>
      )}
    </Part>
  );
}

function One({ of: { id, title, tag, tone, detail, due, late, url } }: { of: Line }) {
  return (
    <View id={`line-${id}`} className='owed' hoverClass='card--pressed' onClick={() => go(url)} {...spoken('button')}>
      <View className='owed__title'>{title}</View>
      <View className='secondary'>{detail}</View>
      <View className='office-head'><StateTag tone={tone}>{tag}</StateTag>{due && <View className={`office-head__due tone-${late ? 'accent' : 'plain'}`}>{due}</View>}</View>
    </View>
  );
}
