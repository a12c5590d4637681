import type { PropsWithChildren } from 'react';
import './kit/ui/frame.scss';
import './kit/ui/controls.scss';
import './kit/ui/content.scss';
import './kit/ui/icons.scss';

export default function App({ children }: PropsWithChildren) {
  return children;
}
