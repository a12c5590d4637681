import type { MatterGuideView, MatterMaterialView } from '@hall/shared/api/views';
import { ownChecklist, type Situation } from '@hall/shared/matter/checklist.rules';
import { copy } from '../../kit/copy/guide.ts';
import { said } from '../../kit/not-said.ts';

/** What to mind, a line each. */
export const dotted = (notes: readonly string[]): string => notes.map((note) => `· ${note}`).join('\n');

/** Steps in order, a line each. */
export const numbered = (steps: readonly string[]): string => steps.map((step, at) => `${at + 1}. ${step}`).join('\n');

/** How long it takes, a line each, by promise, by law and at the window: one text, because each box crosses to the view before the page stands. */
export function limitLines({ promisedLimit, statutoryLimit, minutesReady, minutesNotReady }: Pick<MatterGuideView, 'promisedLimit' | 'statutoryLimit' | 'minutesReady' | 'minutesNotReady'>): string {
  const lines: [string, string | null][] = [[copy.promised, said(promisedLimit)], [copy.statutory, said(statutoryLimit)], [copy.ready, copy.minutes(minutesReady, minutesNotReady)]];
  return lines.flatMap(([label, words]) => (words === null ? [] : [`${label}：${words}`])).join('\n');
}

/** All there is to say of a material in one text: each box crosses to the view before the page stands, and a checklist is long. */
export function materialLines({ guidance, form, legalBasis, dataShared, deferrable, promisable }: Pick<MatterMaterialView, 'guidance' | 'form' | 'legalBasis' | 'dataShared' | 'deferrable' | 'promisable'>): string {
  const easier = [deferrable && copy.deferrable, promisable && copy.promisable].filter(Boolean).join('，');
  const line = (word: string, text: string) => (said(text) === null ? [] : [`${word}：${text}`]);
  return [...(dataShared || guidance === '' ? [] : [guidance]), ...(dataShared || easier === '' ? [] : [easier]), ...(dataShared ? [] : line(copy.form, form)), ...line(copy.basis, legalBasis)].join('\n');
}

/** How long somebody's own list is by what they have said of themselves so far. What the hall looks up itself is nothing to bring. */
export function listWords(materials: readonly Pick<MatterMaterialView, 'asked' | 'dataShared'>[], situation: Situation): string {
  const paper = materials.filter(({ dataShared }) => !dataShared);
  if (Object.keys(situation).length === 0) return copy.allOfIt(paper.length);
  const own = ownChecklist(paper, situation);
  const open = own.filter((each) => each.open).length;
  return copy.some(own.length - open, open);
}
