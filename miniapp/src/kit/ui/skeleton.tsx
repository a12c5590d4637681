import { View } from '@tarojs/components';
import { copy } from '../copy/kit.ts';

export type SkeletonKind = 'list' | 'page' | 'ticket';

/** The shape of what is coming. */
export function Skeleton({ kind }: { kind: SkeletonKind }) {
  const blocks = kind === 'ticket' ? ['tall', 'short'] : kind === 'page' ? ['short', 'tall', 'line'] : ['short', 'short', 'short'];
  return <View id='loading' className='skeleton' aria-label={copy.loading}>{blocks.map((block, at) => <View key={at} className={`bone bone--${block}`} />)}</View>;
}
