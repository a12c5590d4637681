import { withTemplate } from './answer.subject.ts';

test('a template fills an empty answer, and is added below what was written already', () => {
  expect([withTemplate(' ', '感谢您的意见。'), withTemplate('我们看过了。\n', '感谢您的意见。')]).toEqual(['感谢您的意见。', '我们看过了。\n感谢您的意见。']);
});
