import { adminCopy } from '../../kit/copy/admin.copy.ts';
import { Page } from '../../kit/layout/Page.tsx';
import { LedgerKeyCard } from './LedgerKeyCard.tsx';
import { RingCard } from './RingCard.tsx';

/** What the security administrator keeps: names and numbers of keys, never a key. */
export const KeysPage = () => (
  <Page title={adminCopy.keys.title} lead={adminCopy.keys.lead} testId="keys">
    <RingCard />
    <LedgerKeyCard />
  </Page>
);
