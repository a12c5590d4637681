import { View } from '@tarojs/components';
import { useState } from 'react';
import { levelLabel } from '@hall/shared/rating/rating.rules';
import { dayInWords } from '../../kit/clock.ts';
import { copy as words } from '../../kit/copy/rating.ts';
import { useIntent } from '../../kit/intent.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Notice } from '../../kit/ui/card.tsx';
import { Trouble } from '../../kit/ui/screen.tsx';
import { prove, type Counted as Found } from './prove.ts';

const copy = words.counted;

/** Lets whoever rated see for themselves that their rating is in the published month. @param path of the invitation, or of the slip */
export function Counted({ path }: { path: string }) {
  const [found, setFound] = useState<Found | null>(null);
  const check = useIntent(async () => setFound(await prove(path)));
  return (
    <View className='stack stack--close'>
      <Button id='check-counted' kind='quiet' icon='shield-check' busy={check.busy} onTap={() => void check.run()}>{copy.check}</Button>
      <Trouble error={check.error} />
      {found && <View id={`counted-${found.found}`}><Finding of={found} /></View>}
    </View>
  );
}

function Finding({ of }: { of: Found }) {
  if (of.found === 'counted') return <Notice tone='ok' title={copy.yes}>{copy.yesDetail(of.month, levelLabel(of.level), of.seq, of.shortCode)}</Notice>;
  if (of.found === 'not-yet') return <Notice tone='info' title={copy.notYet}>{copy.notYetDetail(dayInWords(of.publishedOn))}</Notice>;
  return of.found === 'different' ? <Notice tone='accent' title={copy.different}>{copy.differentDetail}</Notice> : <Notice tone='warn'>{copy.tooOld}</Notice>;
}
