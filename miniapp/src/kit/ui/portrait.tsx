import { Image, View } from '@tarojs/components';
import { fileUrl } from '../files.ts';
import { Icon } from './icon.tsx';

/** A face, or the place for one. The name beside it says whose. */
export function Portrait({ url, small = false }: { url: string | null; small?: boolean }) {
  const size = small ? ' portrait--small' : '';
  return url ? <Image className={`portrait${size}`} src={fileUrl(url)} mode='aspectFill' /> : <View className={`portrait portrait--blank${size}`}><Icon name='user-round' /></View>;
}
