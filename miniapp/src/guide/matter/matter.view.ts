import type { MatterMaterialView } from '@hall/shared/api/views';
import { ownChecklist, type Situation } from '@hall/shared/matter/checklist.rules';
import { copy } from '../../kit/copy/guide.ts';
import type { Step } from '../../kit/ui/steps.tsx';

/** Steps yet to be taken, in order. */
export const guideSteps = (steps: readonly string[]): Step[] => steps.map((title, at) => ({ key: `${at}`, title, state: 'ahead' }));

/** How long somebody's own list is by what they have said of themselves so far. What the hall looks up itself is nothing to bring. */
export function listWords(materials: readonly Pick<MatterMaterialView, 'asked' | 'dataShared'>[], situation: Situation): string {
  const paper = materials.filter(({ dataShared }) => !dataShared);
  if (Object.keys(situation).length === 0) return copy.allOfIt(paper.length);
  const own = ownChecklist(paper, situation);
  const open = own.filter((each) => each.open).length;
  return copy.some(own.length - open, open);
}
