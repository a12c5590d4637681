import { DemoInboxSms } from './demo-inbox.sms.ts';

it('a code sent by text waits in the demo inbox, newest first, and the log knows neither phone nor code', async () => {
  const lines: string[] = [];
  let now = 1_790_000_000_000;
  const inbox = new DemoInboxSms({ clock: { now: () => now }, log: { info: (facts, sentence) => { lines.push(JSON.stringify(facts) + sentence); } } });
  await inbox.send({ phone: '13812345678', text: '验证码 314159' });
  now += 1000;
  await inbox.send({ phone: '13987654321', text: '验证码 271828' });
  expect(inbox.list().map(({ text, at }) => [text, at])).toEqual([['验证码 271828', 1_790_000_001_000], ['验证码 314159', 1_790_000_000_000]]);
  expect(lines).toHaveLength(2);
  expect(lines.join()).not.toMatch(/13812345678|13987654321|314159|271828/);
  expect(lines.join()).toContain('138****5678');
});

it('the inbox forgets the oldest beyond a hundred', async () => {
  const inbox = new DemoInboxSms({ clock: { now: () => 0 } });
  for (let i = 0; i < 103; i += 1) await inbox.send({ phone: '13812345678', text: `第 ${i} 条` });
  expect(inbox.list()).toHaveLength(100);
  expect(inbox.list().at(-1)?.text).toBe('第 3 条');
});
