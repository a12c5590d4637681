import { Segmented } from 'antd';
import { lightsCopy as copy } from '../../kit/copy/lights.copy.ts';
import { Page } from '../../kit/layout/Page.tsx';
import { Loaded } from '../../kit/state/Loaded.tsx';
import { useAddress } from '../../kit/use-address.ts';
import { CardsTable } from './CardsTable.tsx';
import { DutiesTable } from './DutiesTable.tsx';
import { HonoursTable } from './HonoursTable.tsx';
import { useCards } from './lights.api.ts';
import type { Part } from './lights.view.ts';
import { PARTS, partOf } from './lights.view.ts';

/** What hangs on the wall: cards, whose duty each matter is, honours, and the papers of it all. */
export function LightsPage() {
  const [word, setPart] = useAddress('part', 'cards');
  const part = partOf(word);
  const query = useCards();
  return (
    <Page title={copy.title} lead={copy.lead} testId="lights">
      <Segmented<Part> value={part} onChange={setPart} options={PARTS.map((value) => ({ value, label: copy.parts[value] }))} style={{ justifySelf: 'start' }} data-testid="lights-part" />
      <Loaded query={query} lines={8}>
        {(list) => (part === 'cards' ? <CardsTable list={list} /> : part === 'duties' ? <DutiesTable list={list} /> : <HonoursTable list={list} />)}
      </Loaded>
    </Page>
  );
}
