const SCENE = /^[\w-]{8,20}$/;

/** The scene in what was scanned or opened: the scene itself, or an address that carries it; null for anything else. */
export function sceneIn(text: string | undefined): string | null {
  const plain = decoded(text ?? '').trim();
  if (SCENE.test(plain)) return plain;
  const found = /[?&]scene=([^&#]*)/.exec(plain)?.[1];
  return found !== undefined && SCENE.test(decoded(found)) ? decoded(found) : null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
