import { afterStale, isNews, openOn } from './draft.view.ts';

const same = (a: string, b: string) => a === b;

describe('words being written', () => {
  it('open as the server holds them when nothing was left behind', () => {
    expect(openOn(null, { value: '您好', version: 3 }, same)).toEqual({ value: '您好', unsaved: false, theirs: null });
    expect(openOn({ value: '您好', base: 1 }, { value: '您好', version: 3 }, same)).toMatchObject({ unsaved: false });
  });
  it('are taken up again after a crash when nobody has written since', () => {
    expect(openOn({ value: '您好，已经', base: 3 }, { value: '您好', version: 3 }, same)).toEqual({ value: '您好，已经', unsaved: true, theirs: null });
    expect(openOn({ value: '头几个字', base: null }, { value: '', version: null }, same)).toEqual({ value: '头几个字', unsaved: true, theirs: null });
  });
  it('stand beside those of a colleague who wrote meanwhile, and overwrite nothing', () => {
    expect(openOn({ value: '我的', base: 3 }, { value: '同事的', version: 4 }, same)).toEqual({ value: '我的', unsaved: true, theirs: '同事的' });
  });
  it('stay as typed while the page still holds what was there before they were saved', () => {
    expect([isNews(null, null, 1), isNews(3, 3, 4), isNews(3, 2, 4)]).toEqual([false, false, false]);
  });
  it('give way to what a colleague wrote or sent afterwards, told once', () => {
    expect([isNews(5, 3, 4), isNews(1, null, null), isNews(null, 4, 4), isNews(4, 3, 4)]).toEqual([true, true, true, false]);
  });
  it('are saved on top when only the version moved on, and asked about when the words did', () => {
    expect([afterStale('新', '旧', '新', same), afterStale('新', '旧', '旧', same), afterStale('新', '旧', '别人的', same)]).toEqual(['nothing', 'save', 'ask']);
  });
});
