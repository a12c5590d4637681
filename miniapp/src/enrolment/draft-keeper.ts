import type { ApplicationView, EnrolmentAnswers } from '@hall/shared/api/views';
import { ApiError } from '../kit/api.ts';
import { nothingPending, stillPending, type Pending, type SaveState } from './draft.state.ts';

/** After the last stroke; long enough not to send every letter. */
const PAUSE = 1_000;
/** Between two tries without a network. */
const RETRY = 8_000;

/** What the keeper stands on; the page gives it the API, the phone's storage and the clock. */
export interface DraftGround {
  send: (id: string, version: number, answers: Pending) => Promise<ApplicationView>;
  read: (id: string) => Promise<ApplicationView>;
  remember: (pending: Pending | null) => void;
  now: () => number;
}

/** What a page shows: the newest state of the case the server told, what is still on its way, and where it is safe. */
export interface Held { application: ApplicationView; pending: Pending; state: SaveState }

/**
 * Keeps what a person writes: on the phone at every stroke, on the server a moment later, one request at a time. What
 * could not be sent waits on the phone, survives a restart, and goes out when the network is back.
 */
export class DraftKeeper {
  private readonly ground: DraftGround;
  private readonly listeners = new Set<() => void>();
  private current: Held;
  private sending: Promise<boolean> | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(ground: DraftGround, application: ApplicationView, pending: Pending) {
    this.ground = ground;
    this.current = { application, pending, state: { kind: 'server', at: application.savedAt } };
  }

  get held(): Held {
    return this.current;
  }

  /** Calls back at every change; returns how to stop. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => { this.listeners.delete(listener); };
  }

  /** Another part of a page (a picture, a reload) has learnt of a newer state. */
  learn(application: ApplicationView): void {
    if (application.version > this.current.application.version) this.tell({ application });
  }

  change(part: EnrolmentAnswers): void {
    this.hold({ ...this.current.pending, ...part });
    this.later(PAUSE);
  }

  /** Sends what is pending now. True when the server has everything. */
  flush(): Promise<boolean> {
    clearTimeout(this.timer);
    this.sending ??= this.send(true).finally(() => { this.sending = null; });
    return this.sending;
  }

  private async send(mayReread: boolean): Promise<boolean> {
    const { application: { id, version }, pending: sent } = this.current;
    if (nothingPending(sent)) return true;
    let application: ApplicationView;
    try {
      application = await this.ground.send(id, version, sent);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      return error.code === 'STALE_VERSION' && mayReread ? this.rereadAndSend() : this.putOff(error);
    }
    const left = stillPending(this.current.pending, sent);
    this.current = { ...this.current, application, state: { kind: 'server', at: application.savedAt } };
    this.hold(left);
    return nothingPending(left) || this.send(true);
  }

  /** Another device was quicker: take its state and lay our writing over it. */
  private async rereadAndSend(): Promise<boolean> {
    try {
      this.tell({ application: await this.ground.read(this.current.application.id) });
    } catch (error) {
      if (error instanceof ApiError) return this.putOff(error);
      throw error;
    }
    return this.send(false);
  }

  private putOff(error: ApiError): boolean {
    this.tell({ state: error.passing || error.status === 401 ? { kind: 'phone', at: this.ground.now() } : { kind: 'refused', message: error.message } });
    if (error.passing) this.later(RETRY);
    return false;
  }

  private hold(pending: Pending): void {
    this.ground.remember(nothingPending(pending) ? null : pending);
    this.tell({ pending });
  }

  private tell(news: Partial<Held>): void {
    this.current = { ...this.current, ...news };
    this.listeners.forEach((listener) => listener());
  }

  private later(delay: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => { void this.flush(); }, delay);
  }
}
