import { allow, refuse } from '../kernel/verdict.ts';
import type { Verdict } from '../kernel/verdict.ts';

/** What somebody may state of themselves for their service card. Nobody else can state it for them. */
export const PARTY_LABELS = { member: '中共党员', probationary: '中共预备党员', league: '共青团员', democratic: '民主党派成员' } as const;
export type PartyKind = keyof typeof PARTY_LABELS;
export const PARTY_KINDS = Object.keys(PARTY_LABELS) as PartyKind[];

/** So much stands on a card of A6 that it can still be read. */
export const CARD_LIMITS = { duties: 6, dutyLength: 40 } as const;
export const HONOUR_LIMITS = { title: 40, givenBy: 40, document: 80, reason: 120 } as const;

/** The lines as they are kept: trimmed, empty ones left out. */
export const dutiesOf = (lines: readonly string[]): string[] => lines.map((line) => line.replace(/\s+/g, ' ').trim()).filter((line) => line !== '');

/** Codes: CARD_DUTIES_MISSING, CARD_DUTIES_TOO_MANY, CARD_DUTY_TOO_LONG; `path` names the line. */
export function checkDuties(lines: readonly string[]): Verdict {
  const duties = dutiesOf(lines);
  if (duties.length === 0) return refuse('CARD_DUTIES_MISSING', '请至少写一条职责。', 'duties');
  if (duties.length > CARD_LIMITS.duties) return refuse('CARD_DUTIES_TOO_MANY', `职责最多写 ${CARD_LIMITS.duties} 条，请合并。`, 'duties');
  const long = duties.findIndex((duty) => [...duty].length > CARD_LIMITS.dutyLength);
  if (long !== -1) return refuse('CARD_DUTY_TOO_LONG', `第 ${long + 1} 条超过 ${CARD_LIMITS.dutyLength} 字，请写短一点。`, `duties.${long}`);
  return allow(true);
}

/** A card as it stands: nothing written yet, written but shown to nobody, shown, shown with another draft beside it, or taken down. */
export type CardState = 'blank' | 'draft' | 'published' | 'changed' | 'withdrawn';
export const CARD_LABELS: Record<CardState, string> = { blank: '还没有写', draft: '待公布', published: '已公布', changed: '有新稿待公布', withdrawn: '已撤下' };
export type CardAction = 'draft' | 'publish' | 'withdraw';

/** @param versions how many have ever been published */
export function cardStateOf({ drafted, shown, versions }: { drafted: boolean; shown: boolean; versions: number }): CardState {
  if (shown) return drafted ? 'changed' : 'published';
  if (drafted) return 'draft';
  return versions > 0 ? 'withdrawn' : 'blank';
}

/** A card that was taken down comes back as a new draft, never by itself. */
export const CARD_ACTIONS: Record<CardState, readonly CardAction[]> = {
  blank: ['draft'], draft: ['draft', 'publish'], published: ['draft', 'withdraw'], changed: ['draft', 'publish', 'withdraw'], withdrawn: ['draft'],
};
