import { View } from '@tarojs/components';
import { clockOf } from '@hall/shared/kernel/day';
import { copy as words } from '../kit/copy/enrolment.ts';
import { Icon } from '../kit/ui/icon.tsx';
import type { SaveState } from './draft.state.ts';

const copy = words.form;

/** Where the writing is safe, in a few words. */
export function SaveLine({ state }: { state: SaveState }) {
  return (
    <View id='save-state' className={`save-line save-line--${state.kind}`}>
      <Icon name={state.kind === 'server' ? 'circle-check' : state.kind === 'phone' ? 'wifi-off' : 'circle-alert'} size='small' />
      <View>{state.kind === 'server' ? copy.savedAt(clockOf(state.at)) : state.kind === 'phone' ? copy.onPhone(clockOf(state.at)) : state.message}</View>
    </View>
  );
}
