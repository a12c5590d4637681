import { readFile } from 'node:fs/promises';

/** The part of the WeChat double a phone needs: codes for the person who holds it. */
export interface WechatCodes {
  issueLoginCode(person: string): string;
  issuePhoneCode(person: string, phone: string): string;
  consent(person: string, templateId: string, times?: number): void;
}

/** A picture in front of the camera: a file's path, or its bytes. */
export type Shot = string | Buffer;

/** The person who holds the phone: what they would do when asked. Change it at any moment of a story. */
export class Person {
  /** Their phone number, or null: they refuse to share it. */
  phone: string | null = null;
  /** Whether they allow messages when asked. */
  allowsMessages = true;
  /** What the camera's scan reads next, or null: they give up. */
  scan: string | null = null;
  /** What they answer to the next dialogs, first in first out; afterwards they confirm. */
  readonly dialogAnswers: boolean[] = [];
  /** Which line of the next action sheets they tap, first in first out; null cancels, as does an empty list. */
  readonly sheetAnswers: (number | null)[] = [];
  /** The phone finds no network. */
  offline = false;

  /** What the mini-program has shown them. */
  readonly dialogs: { title?: string; content?: string; confirmText?: string }[] = [];
  readonly toasts: string[] = [];
  /** Documents opened, numbers called and the like: the call's name and what it was about. */
  readonly deeds: { name: string; about: Record<string, unknown> }[] = [];

  private readonly shots: Shot[] = [];

  /** Holds pictures before the camera, one for each time it is asked. Without one the person gives up. */
  photographs(...shots: Shot[]): void {
    this.shots.push(...shots);
  }

  async nextShots(count: number): Promise<Buffer[]> {
    const taken = this.shots.splice(0, count);
    return Promise.all(taken.map((shot) => (typeof shot === 'string' ? readFile(shot) : shot)));
  }
}
