import type { LightPersonView } from '@hall/shared/api/views';

/** The code in what was opened: from a link, from a scanned code, or from the scene WeChat hands over. */
export function badgeCode({ code, scene, q }: { code?: string | undefined; scene?: string | undefined; q?: string | undefined }): string | null {
  for (const text of [code, scene, q]) {
    const plain = decoded(text ?? '').trim();
    const found = /^[\w-]{6,22}$/.test(plain) ? plain : /[?&]code=([\w-]{6,22})/.exec(plain)?.[1];
    if (found) return found;
  }
  return null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Those whose name, badge number, post or department holds every word typed; a badge number is found without its dash and zeros, too. */
export function found(people: readonly LightPersonView[], typed: string): LightPersonView[] {
  const words = typed.trim().toLowerCase().split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return [...people];
  return people.filter(({ name, badgeNumber, post, departmentName }) => {
    const badge = badgeNumber.toLowerCase();
    const said = `${name} ${badge} ${badge.replace(/[^a-z0-9]/g, '')} ${badge.replace(/\D/g, '').replace(/^0+/, '')} ${post} ${departmentName}`.toLowerCase();
    return words.every((word) => said.includes(word));
  });
}
