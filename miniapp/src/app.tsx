import type { PropsWithChildren } from 'react';
import { renewWhenPartMissing } from './kit/missing-part.ts';
import { keepLinksScriptless } from './kit/scriptless-links.ts';
import './kit/ui/frame.scss';
import './kit/ui/controls.scss';
import './kit/ui/content.scss';
import './kit/ui/icons.scss';

renewWhenPartMissing();
keepLinksScriptless();

export default function App({ children }: PropsWithChildren) {
  return children;
}
