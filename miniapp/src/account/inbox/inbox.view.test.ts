import { afterReading, pageOf } from './inbox.view.ts';

test('a message leads to a page of this app and nowhere else', () => {
  expect([pageOf('/visit/booking/index?id=7'), pageOf('visit/ticket/index?id=a-1'), pageOf('https://evil.example/'), pageOf('/../admin'), pageOf(null)]).toEqual(['/visit/booking/index?id=7', '/visit/ticket/index?id=a-1', null, null, null]);
});

test('reading one message leaves the others as they were', () => {
  const item = (id: string) => ({ id, at: 0, title: '', body: '', link: null, read: false });
  expect(afterReading([item('1'), item('2')], '2').map(({ read }) => read)).toEqual([false, true]);
});
