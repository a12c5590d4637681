import { View } from '@tarojs/components';
import { clockOf, dayOf, type Instant } from '@hall/shared/kernel/day';
import { momentInWords, today } from '../kit/clock.ts';
import { copy as words } from '../kit/copy/enrolment.ts';
import { Icon } from '../kit/ui/icon.tsx';
import type { SaveState } from './draft.state.ts';

const copy = words.form;

/** The time alone would read as today's. */
const since = (at: Instant): string => (dayOf(at) === today() ? clockOf(at) : momentInWords(at, today()));

/** Where the writing is safe, in a few words. */
export function SaveLine({ state }: { state: SaveState }) {
  return (
    <View id='save-state' className={`save-line save-line--${state.kind}`}>
      <Icon name={state.kind === 'server' ? 'circle-check' : state.kind === 'phone' ? 'wifi-off' : 'circle-alert'} size='small' />
      <View>{state.kind === 'server' ? copy.savedAt(since(state.at)) : state.kind === 'phone' ? copy.onPhone(since(state.at)) : state.message}</View>
    </View>
  );
}
