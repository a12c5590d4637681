import { dueLine, figureLines, longEnough, toneOf } from './appraisal.view.ts';

test('whoever owes what a department changes reads by which day, and afterwards whether it came in time', () => {
  expect(dueLine({ publishedOn: null, late: false, dueOn: '2026-12-04' })).toBe('最迟 12月4日 周五公布，到期没有公布大家都看得到。');
  expect(dueLine({ publishedOn: null, late: false, dueOn: null })).toBe('期限等工作日历载入后算出。');
  expect([dueLine({ publishedOn: '2026-12-04', late: false, dueOn: '2026-12-04' }), dueLine({ publishedOn: '2026-12-07', late: true, dueOn: '2026-12-04' })]).toEqual(['12月4日 周五公布', '12月7日 周一公布，超过了期限']);
  expect((['overdue', 'owed', 'published'] as const).map((state) => toneOf({ state }))).toEqual(['accent', 'warn', 'ok']);
});

test('a question too few answered is told without a share', () => {
  const figure = { question: 'speed', title: '办事效率', bands: [] };
  expect(figureLines({ figures: [{ ...figure, good: '92% 以上' }, { ...figure, good: null }] })).toEqual(['办事效率 好评率 92% 以上', '办事效率：人数太少，不分档公布']);
});

test('blanks do not make a rectification long enough', () => {
  expect([longEnough('多开一个窗口'), longEnough('从下周一起多开一个窗口'), longEnough('好          ')]).toEqual([false, true, false]);
});
