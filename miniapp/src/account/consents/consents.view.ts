import type { ConsentView, NoticeView } from '@hall/shared/api/views';
import type { Day } from '@hall/shared/kernel/day';
import { momentInWords } from '../../kit/clock.ts';
import { copy } from '../../kit/copy/account.ts';
import type { Tone } from '../../kit/ui/card.tsx';

export interface ConsentState { given: boolean; tone: Tone; word: string }

/** Where one consent stands: given to this version, to an older one, taken back, or never given. */
export function consentState(notice: NoticeView, consents: readonly ConsentView[], today: Day): ConsentState {
  const own = consents.filter((consent) => consent.kind === notice.kind);
  const current = own.find((consent) => consent.version === notice.version);
  if (current?.withdrawnAt) return { given: false, tone: 'warn', word: copy.consents.withdrawn(momentInWords(current.withdrawnAt, today)) };
  if (current?.givenAt) return { given: true, tone: 'ok', word: copy.consents.given(momentInWords(current.givenAt, today)) };
  if (own.some((consent) => consent.givenAt && !consent.withdrawnAt)) return { given: false, tone: 'warn', word: copy.consents.outdated };
  return { given: false, tone: 'plain', word: copy.consents.notGiven };
}
