import type { LedgerEntryView, LedgerPage } from '@hall/shared/api/views';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { entryFields } from '@hall/shared/audit/entry-words';
import { spoken } from '../../kit/accessibility.ts';
import { get } from '../../kit/api.ts';
import { copy as words } from '../../kit/copy/sunshine.ts';
import { useIntent } from '../../kit/intent.ts';
import { useResource } from '../../kit/resource.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Card } from '../../kit/ui/card.tsx';
import { Choice } from '../../kit/ui/choice.tsx';
import { Screen, Trouble } from '../../kit/ui/screen.tsx';
import { entryWords } from '../sunshine.view.ts';
import '../sunshine.scss';

const copy = words.entries;
const KINDS = [['all', copy.all], ['figure.published', copy.figure], ['fact', copy.fact], ['day.totals', copy.totals], ['checkpoint', copy.checkpoint]] as const;
type Kind = (typeof KINDS)[number][0];
/** Drawn at first and with each tap; an answer holds more, and a phone is told every box. */
const AT_FIRST = 10;
const MORE = 5;

const ask = (kind: Kind, before?: number) => get<LedgerPage>(`/public/ledger/entries?${[...(kind === 'all' ? [] : [`kind=${kind}`]), ...(before === undefined ? [] : [`before=${before}`])].join('&')}`);

/** The ledger itself, to be leafed through, the newest first. */
export default function SunshineEntries() {
  const [kind, setKind] = useState<Kind>('all');
  return <Entries key={kind} kind={kind} onKind={setKind} />;
}

function Entries({ kind, onKind }: { kind: Kind; onKind: (kind: Kind) => void }) {
  const page = useResource(`ledger-entries:${kind}`, () => ask(kind));
  const [older, setOlder] = useState<LedgerPage | null>(null);
  const [shown, setShown] = useState(AT_FIRST);
  const [open, setOpen] = useState<number | null>(null);
  const more = useIntent(async (_, known: LedgerPage) => {
    if (known.items.length < shown + MORE && known.next !== null) {
      const next = await ask(kind, known.next);
      setOlder({ items: [...known.items, ...next.items], next: next.next });
    }
    setShown(shown + MORE);
  });
  return (
    <Screen id='sunshine-entries-page' of={page}>
      {(newest) => {
        const known = older ?? newest;
        return (
          <>
            <Choice id='kind' label={copy.kind} tight options={KINDS.map(([value, label]) => ({ value, label }))} chosen={[kind]} onChoose={onKind} />
            {known.items.length === 0 && <View className='secondary'>{copy.none}</View>}
            <View className='part'>{known.items.slice(0, shown).map((entry) => <Entry key={entry.seq} of={entry} open={open === entry.seq} onTap={() => setOpen(open === entry.seq ? null : entry.seq)} />)}</View>
            <Trouble error={more.error} />
            {(known.items.length > shown || known.next !== null) && <Button id='more' kind='quiet' busy={more.busy} onTap={() => void more.run(known)}>{copy.more}</Button>}
          </>
        );
      }}
    </Screen>
  );
}

/** In a few words; whoever taps it reads what the line says, field by field, and below a fold the very words of the ledger. */
function Entry({ of: { seq, day, kind, kindLabel, body, hash }, open, onTap }: { of: LedgerEntryView; open: boolean; onTap: () => void }) {
  const said = entryWords({ kind, body });
  const [raw, setRaw] = useState(false);
  const fields = open ? entryFields(kind, body) : null;
  return (
    <Card id={`entry-${seq}`} onTap={onTap}>
      <View className='line-said'>{said === null ? kindLabel : `${kindLabel}：${said}`}<View className='secondary'>{copy.line(seq, words.dayShort(day))}</View></View>
      {fields && <View id='fields' className='fields'>{fields.map(([label, value]) => `${label}：${value}`).join('\n')}</View>}
      {open && fields && <View id='see-raw' className='text-act' {...spoken('button')} onClick={(event) => { event.stopPropagation(); setRaw(!raw); }}>{raw ? copy.foldRaw : copy.whole}</View>}
      {open && (raw || fields === null) && <View className='raw'>{JSON.stringify(body)}<View>{`${copy.hash} ${hash}`}</View></View>}
    </Card>
  );
}
