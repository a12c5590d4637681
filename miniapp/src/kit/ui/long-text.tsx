import { View } from '@tarojs/components';
import { useState } from 'react';
import { spoken } from '../accessibility.ts';
import { beginning } from '../beginning.ts';
import { copy } from '../copy/kit.ts';

/** A text of which, when it is long, only the beginning crosses to the view until somebody wants the rest. */
export function LongText({ id, signs, children }: { id: string; signs: number; children: string }) {
  const [whole, setWhole] = useState(false);
  const start = beginning(children, signs);
  return (
    <>
      <View id={id} className='long-text__words'>{whole ? children : start}</View>
      {start !== children && <View id={`${id}-more`} className='text-act' {...spoken('button')} onClick={() => setWhole(!whole)}>{whole ? copy.fold : copy.whole}</View>}
    </>
  );
}
