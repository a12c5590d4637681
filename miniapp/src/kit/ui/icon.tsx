import { View } from '@tarojs/components';

/** Names of the one icon set; each is a mask in `icons.scss`, so it takes the colour of the words beside it. */
export type IconName =
  | 'bell-ring' | 'book-open-text' | 'calendar-check' | 'calendar-plus' | 'camera' | 'check' | 'chevron-left' | 'chevron-right'
  | 'circle-alert' | 'circle-check' | 'clock' | 'file-pen-line' | 'file-text' | 'footprints' | 'house' | 'image'
  | 'inbox' | 'info' | 'landmark' | 'lock' | 'log-out' | 'map-pin' | 'message-square-heart' | 'pencil' | 'phone' | 'plus'
  | 'refresh-cw' | 'scan-line' | 'shield-check' | 'ticket' | 'trash-2' | 'triangle-alert' | 'undo-2' | 'user-round' | 'users'
  | 'copy' | 'eye-off' | 'globe' | 'key-round' | 'lightbulb' | 'message-circle-question-mark' | 'messages-square' | 'search' | 'sun' | 'thumbs-up'
  | 'flag' | 'wifi-off' | 'x' | 'laugh' | 'smile' | 'meh' | 'frown' | 'angry' | 'a-large-small';

/** Decoration only: the word beside it says the same. `place`: its class among what surrounds it, so that it needs no box of its own. */
export function Icon({ name, size = '', place = '' }: { name: IconName; size?: '' | 'large' | 'huge' | 'small'; place?: string }) {
  return <View className={`icon icon-${name}${size && ` icon--${size}`}${place && ` ${place}`}`} />;
}
