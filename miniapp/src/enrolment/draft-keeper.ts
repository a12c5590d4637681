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
  /** The writing or where it is safe has changed. */
  changed: (pending: Pending, state: SaveState) => void;
  /** The server has answered with a newer state of the case. */
  saved: (newer: ApplicationView) => void;
}

/**
 * Keeps what a person writes: on the phone at every stroke, on the server a moment later, one request at a time. What
 * could not be sent waits on the phone, survives a restart, and goes out when the network is back.
 */
export class DraftKeeper {
  private readonly ground: DraftGround;
  private pending: Pending;
  private state: SaveState;
  private server: ApplicationView;
  private sending: Promise<boolean> | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(ground: DraftGround, application: ApplicationView, pending: Pending) {
    this.ground = ground;
    this.server = application;
    this.pending = pending;
    this.state = { kind: 'server', at: application.savedAt };
  }

  /** The newest state of the case known here; its version is the one to send. */
  get latest(): ApplicationView {
    return this.server;
  }

  /** Another part of the page (a picture, a reload) has learnt of a newer state. */
  learn(application: ApplicationView): void {
    if (application.version > this.server.version) this.server = application;
  }

  change(part: EnrolmentAnswers): void {
    this.hold({ ...this.pending, ...part });
    this.later(PAUSE);
  }

  /** Sends what is pending now. True when the server has everything. */
  flush(): Promise<boolean> {
    clearTimeout(this.timer);
    this.sending ??= this.send(true).finally(() => { this.sending = null; });
    return this.sending;
  }

  private async send(mayReread: boolean): Promise<boolean> {
    const sent = this.pending;
    if (nothingPending(sent)) return true;
    this.tell({ kind: 'saving' });
    try {
      this.server = await this.ground.send(this.server.id, this.server.version, sent);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      return error.code === 'STALE_VERSION' && mayReread ? this.rereadAndSend() : this.putOff(error);
    }
    this.hold(stillPending(this.pending, sent));
    this.ground.saved(this.server);
    this.tell({ kind: 'server', at: this.server.savedAt });
    return nothingPending(this.pending) || this.send(true);
  }

  /** Another device was quicker: take its state and lay our writing over it. */
  private async rereadAndSend(): Promise<boolean> {
    try {
      this.server = await this.ground.read(this.server.id);
    } catch (error) {
      if (error instanceof ApiError) return this.putOff(error);
      throw error;
    }
    return this.send(false);
  }

  private putOff(error: ApiError): boolean {
    this.tell(error.passing || error.status === 401 ? { kind: 'phone', at: this.ground.now() } : { kind: 'refused', message: error.message });
    if (error.passing) this.later(RETRY);
    return false;
  }

  private hold(pending: Pending): void {
    this.pending = pending;
    this.ground.remember(nothingPending(pending) ? null : pending);
    this.ground.changed(pending, this.state);
  }

  private tell(state: SaveState): void {
    this.state = state;
    this.ground.changed(this.pending, state);
  }

  private later(delay: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => { void this.flush(); }, delay);
  }

  /** The page goes: a last try, and no timer stays behind. */
  leave(): void {
    void this.flush().finally(() => clearTimeout(this.timer));
  }
}
