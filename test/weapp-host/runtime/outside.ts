/** The line to the world outside the phone: servers, camera, WeChat. All of it is asked through one door. */
let underWay = 0;
/** Milliseconds between two beats; each is a turn in which whatever was due could run. */
const BEAT = 10;
let beats = 0;
setInterval(() => { beats += 1; }, BEAT);
const ears = new Map<string, (news: Record<string, unknown>) => void>();

/** Notes that something has just happened, so that nobody takes the phone for quiet. */
export const stir = (): void => {
  beats = 0;
};

/**
 * For how long nothing has happened, in milliseconds; 0 while an answer from outside is awaited. Counted in turns of
 * the phone itself, so that a busy machine, on which nothing could happen, is not taken for a quiet phone.
 */
export const quietFor = (): number => (underWay > 0 ? 0 : beats * BEAT);

/** @throws an Error with WeChat's words when it was refused or did not work */
export async function ask<T>(what: string, about: object = {}): Promise<T> {
  underWay += 1;
  stir();
  try {
    const reply = JSON.parse(await window.hostAsk(JSON.stringify({ what, about }))) as { value?: T; error?: string };
    if (reply.error !== undefined) throw new Error(reply.error);
    return reply.value as T;
  } finally {
    underWay -= 1;
    stir();
  }
}

/** Listens to what arrives by itself under a name; a second listener replaces the first. */
export const listen = (name: string, ear: (news: Record<string, unknown>) => void): void => {
  ears.set(name, ear);
};

export function hear(news: string): void {
  stir();
  const { name, ...rest } = JSON.parse(news) as { name: string };
  ears.get(name)?.(rest);
}
