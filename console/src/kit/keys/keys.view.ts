/** What a key press means, independent of the input method: a Chinese IME reports `Process` or `、` for plain keys. */
export interface Press { key: string; code: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean; isComposing?: boolean }

const BY_CODE: Record<string, string> = { Slash: '/', BracketLeft: '[', BracketRight: ']', Minus: '-', Equal: '+' };

/** The key's name in lower case (`n`, `/`, `[`, `1`, `enter`, `arrowdown`), or null when it belongs to the browser or the IME. */
export function keyName(press: Press): string | null {
  if (press.ctrlKey || press.metaKey || press.altKey || press.isComposing) return null;
  if (/^Key[A-Z]$/.test(press.code)) return press.code.slice(3).toLowerCase();
  if (/^(Digit|Numpad)[0-9]$/.test(press.code)) return press.code.slice(-1);
  return BY_CODE[press.code] ?? press.key.toLowerCase();
}

/** Typing belongs to the field; only Escape may leave it. */
export function typing(tagName: string, editable: boolean, inputType = ''): boolean {
  if (editable || tagName === 'TEXTAREA' || tagName === 'SELECT') return true;
  return tagName === 'INPUT' && !['checkbox', 'radio', 'button', 'file'].includes(inputType);
}
