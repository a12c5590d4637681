import { setImmediate } from 'node:timers/promises';
import { RequestMemory, requestContext } from './request-context.ts';

test('what a request has read is remembered in that request and in no other', async () => {
  const memory = new RequestMemory<{ whose: string }>();
  const request = (requestId: string, whose: string | null) =>
    requestContext.run({ requestId }, async () => {
      if (whose) memory.keep({ whose });
      await setImmediate();
      return memory.recall()?.whose;
    });
  expect(await Promise.all([request('a', 'Li'), request('b', 'Wang'), request('c', null)])).toEqual(['Li', 'Wang', undefined]);
});

test('outside a request nothing is remembered', () => {
  const memory = new RequestMemory<{ whose: string }>();
  memory.keep({ whose: 'Li' });
  expect(memory.recall()).toBeUndefined();
});
