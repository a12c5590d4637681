import { suggestionsCopy as copy } from '../../kit/copy/suggestions.copy.ts';
import { Key } from '../../kit/keys/Key.tsx';
import { useKeys } from '../../kit/keys/use-keys.ts';
import { AnswerLeaf } from './AnswerLeaf.tsx';
import type { LeafProps } from './leaf-props.ts';
import { NotesLeaf } from './NotesLeaf.tsx';
import type { Leaf } from './now.view.ts';
import { LEAVES } from './now.view.ts';
import { PlanLeaf } from './PlanLeaf.tsx';
import { StoryLeaf } from './StoryLeaf.tsx';
import styles from './Suggestion.module.css';
import { WordingLeaf } from './WordingLeaf.tsx';

const ROOMS = { story: StoryLeaf, plan: PlanLeaf, answer: AnswerLeaf, wording: WordingLeaf, notes: NotesLeaf } as const;

/** The work on a suggestion, one leaf at a time; digits turn them. */
export function Leaves({ suggestion, leaf, onLeaf, step, keys }: LeafProps & { leaf: Leaf; onLeaf: (leaf: Leaf) => void }) {
  useKeys(Object.fromEntries(LEAVES.map((each, at) => [String(at + 1), () => onLeaf(each)])), keys);
  const Room = ROOMS[leaf];
  return (
    <section className={`${styles.pane} ${styles.work}`}>
      <nav className={styles.leaves} role="tablist">
        {LEAVES.map((each, at) => (
          <button key={each} type="button" role="tab" aria-selected={each === leaf} className={each === leaf ? styles.here : ''} onClick={() => onLeaf(each)} data-testid={`leaf-${each}`}>
            {copy.leaves[each]}{each === 'notes' && suggestion.notes.length > 0 ? ` ${suggestion.notes.length}` : ''}<Key of={String(at + 1)} />
          </button>
        ))}
      </nav>
      <div className={styles.leaf} role="tabpanel"><Room suggestion={suggestion} step={step} keys={keys} /></div>
    </section>
  );
}
