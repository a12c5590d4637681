import { said } from './not-said.ts';

test('a resident never reads a blank the district has yet to fill in', () => {
  expect(said('窗口 5 分钟内办结')).toBe('窗口 5 分钟内办结');
  expect([said('待本地填写'), said('')]).toEqual([null, null]);
});
