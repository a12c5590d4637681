import { askStepUp, readyToAskStepUp } from './step-up.ts';

test('where no page can ask, the second factor is simply not given', async () => {
  expect(await askStepUp()).toBe(false);
});

test('two requests at once ask the person once, on the page in front, and both go on', async () => {
  const asked: string[] = [];
  let give: (given: boolean) => void = () => undefined;
  const back = readyToAskStepUp(() => { asked.push('behind'); return Promise.resolve(false); });
  const away = readyToAskStepUp(() => { asked.push('front'); return new Promise((resolve) => { give = resolve; }); });
  const both = Promise.all([askStepUp(), askStepUp()]);
  give(true);
  expect([await both, asked]).toEqual([[true, true], ['front']]);
  away();
  expect([await askStepUp(), asked]).toEqual([false, ['front', 'behind']]);
  back();
});
