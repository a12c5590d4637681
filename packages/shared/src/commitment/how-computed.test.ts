import { EVERYTHING } from './commitment.rules.ts';
import { howComputed } from './how-computed.rules.ts';
import { SHIPPED_COMMITMENTS } from './shipped-commitments.ts';

const wordsOf = (code: string) => howComputed(SHIPPED_COMMITMENTS.find((each) => each.code === code)!.rule).map(({ words }) => words).join('\n');

test('a promise by the minute says what stops its clock and whom it is for', () => {
  expect(wordsOf('five-minutes')).toContain('从“叫号”开始，到“办结”为止');
  expect(wordsOf('five-minutes')).toContain('5 分钟。中间“暂挂”的时间停表');
  expect(wordsOf('five-minutes')).toContain('只算：叫号时材料已经备齐的。');
});

test('a promise by working days says which day is the last, also when it is the same day', () => {
  expect(wordsOf('suggestion')).toContain('5 个工作日，按国家公布的放假安排算');
  expect(wordsOf('funds')).toContain('当天（遇到休息日，顺延到下一个工作日）');
  expect(wordsOf('funds')).not.toContain('停表');
});

test('what is left out of the scope is told, and a promise to everybody says so', () => {
  expect(wordsOf('wait')).toContain('这类事情件件都算。');
  const narrow = howComputed({ from: 'visit.called', to: 'visit.served', limit: 5, clock: 'minutes', scope: { ...EVERYTHING, departments: ['d'], staff: ['s'] } });
  expect(narrow[2]!.words).toBe('只算：指定的科室、作出承诺的人经办的。');
});
