import { keyName, typing } from './keys.view.ts';

const press = (key: string, code: string, extra = {}) => ({ key, code, ctrlKey: false, metaKey: false, altKey: false, ...extra });

describe('the keys of the desk', () => {
  it('calls the next person by N whether the Chinese input method is on or off', () => {
    expect(keyName(press('n', 'KeyN'))).toBe('n');
    expect(keyName(press('Process', 'KeyN'))).toBe('n');
    expect(keyName(press('N', 'KeyN'))).toBe('n');
  });

  it('opens the search by / also where the input method types 、', () => {
    expect(keyName(press('、', 'Slash'))).toBe('/');
  });

  it('leaves browser shortcuts and characters being composed alone', () => {
    expect(keyName(press('r', 'KeyR', { ctrlKey: true }))).toBeNull();
    expect(keyName(press('d', 'KeyD', { isComposing: true }))).toBeNull();
  });

  it('never takes a letter away from a field, but works while a tick box has the focus', () => {
    expect(typing('INPUT', false, 'text')).toBe(true);
    expect(typing('TEXTAREA', false)).toBe(true);
    expect(typing('DIV', true)).toBe(true);
    expect(typing('INPUT', false, 'checkbox')).toBe(false);
    expect(typing('BUTTON', false)).toBe(false);
  });
});
