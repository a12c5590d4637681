import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { Intent } from '../kit/intent.ts';
import { Button } from '../kit/ui/button.tsx';
import { Trouble } from '../kit/ui/screen.tsx';

/** What may be done with one thing, where it stands on its page. */
export interface Acts {
  /** The likeliest act, in reach of the thumb. */
  footer: ReactNode;
  others: ReactNode;
  /** What an act asks before it is done. */
  dialogs: ReactNode;
}

export const NO_ACTS: Acts = { footer: null, others: null, dialogs: null };

interface Props<A extends string> {
  /** The likeliest first. */
  acts: readonly A[];
  label: Record<A, string>;
  run: Record<A, () => void>;
  /** The step under way. What went wrong with it stands in the dialog while one is open. */
  step: Pick<Intent<never>, 'busy' | 'error'>;
  dialogOpen: boolean;
  dialogs: ReactNode;
}

/** Lays out the acts of one thing: the first beneath the thumb, the others quiet beside each other. */
export function layOut<A extends string>({ acts: [first, ...others], label, run, step, dialogOpen, dialogs }: Props<A>): Acts {
  return {
    footer: first === undefined ? null : (
      <>
        {!dialogOpen && <Trouble error={step.error} />}
        <Button id={first} busy={step.busy} onTap={run[first]}>{label[first]}</Button>
      </>
    ),
    others: others.length === 0 ? null : <View className='office-others'>{others.map((act) => <Button key={act} id={act} kind='quiet' disabled={step.busy} onTap={run[act]}>{label[act]}</Button>)}</View>,
    dialogs,
  };
}
