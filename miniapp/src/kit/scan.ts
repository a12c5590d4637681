/** What a scan or a link brought: the token of a door's rotating code, or null when it is some other code. */
export function codeIn(scanned: string): string | null {
  const text = scanned.trim();
  if (/^\d{6}$/.test(text)) return text;
  const match = /[?&#]code=([\w-]{6,80})/.exec(text);
  return match?.[1] ?? (/^[\w-]{12,80}$/.test(text) ? text : null);
}

/** Six digits as typed, blanks and letters dropped. */
export const digitsOf = (text: string): string => text.replace(/\D/g, '').slice(0, 6);
