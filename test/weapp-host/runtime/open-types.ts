import type { Emit } from './engine.ts';
import { ask } from './outside.ts';

/** Buttons that ask WeChat for something: the person is asked outside, the page hears the answer. */
export function pressOpenType(kind: string, emit: Emit): void {
  if (kind !== 'getPhoneNumber') return;
  ask<{ code: string }>('phoneCode').then(
    ({ code }) => emit('getphonenumber', { code, errMsg: 'getPhoneNumber:ok' }),
    (refusal: unknown) => emit('getphonenumber', { errMsg: `getPhoneNumber:fail ${refusal instanceof Error ? refusal.message : ''}` }),
  );
}
