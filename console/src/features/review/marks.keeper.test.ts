import { forgetMarks, keepMarks, keptMarks } from './marks.keeper.ts';

const shelf = new Map<string, string>();
beforeAll(() => {
  Object.assign(globalThis, { localStorage: { getItem: (key: string) => shelf.get(key) ?? null, setItem: (key: string, value: string) => shelf.set(key, value), removeItem: (key: string) => shelf.delete(key) } });
});
afterEach(() => shelf.clear());

const marks = [{ target: 'field:phone', reasonCode: 'field-phone-unreachable', sentence: '请换一个常用的手机号码。' }];

describe('marks that the server does not have yet', () => {
  it('are still there after a crash, each with its own case', () => {
    keepMarks('a1', marks);
    expect(keptMarks('a1')).toEqual(marks);
    expect(keptMarks('a2')).toBeNull();
  });

  it('are forgotten once they are saved', () => {
    keepMarks('a1', marks);
    forgetMarks('a1');
    expect(keptMarks('a1')).toBeNull();
  });

  it('do not stop the page when what is kept is damaged', () => {
    shelf.set('hall.console.marks.a1', '{"half');
    expect(keptMarks('a1')).toBeNull();
    shelf.set('hall.console.marks.a1', '{}');
    expect(keptMarks('a1')).toBeNull();
  });
});
