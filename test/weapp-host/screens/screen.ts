import type { PackedApp } from '../packing/pack.ts';
import type { Outside } from '../outside/outside.ts';

export interface Start { app: PackedApp; outside: Outside; path: string; scene: number; ahead: number }

/** Something the mini-program is drawn on. */
export interface Screen {
  /** Starts the mini-program; what ran before is gone. */
  start(start: Start): Promise<void>;
  /** Hands an order to the runtime. */
  drive(order: string): Promise<string>;
  /** A finger on the element, in the way of this screen. */
  tap(id: string): Promise<void>;
  /** Tells the runtime something that arrived by itself. */
  tell(news: string): void;
  screenshot(file: string): Promise<void>;
  close(): Promise<void>;
}
