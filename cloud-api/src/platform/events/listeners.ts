import { Injectable } from '@nestjs/common';
import type { Work } from '../persistence/work.ts';
import type { EventKind } from './event-kind.ts';

/** An event as a listener sees it. */
export interface Told<P> {
  id: string;
  at: number;
  payload: P;
}

export type Listener<P> = (work: Work, event: Told<P>) => Promise<void>;

/** Who wants to hear of what. Each listener runs in a unit of work of its own, once per event. */
@Injectable()
export class Listeners {
  private readonly byType = new Map<string, { name: string; hear: Listener<never> }[]>();

  /** @param name unique and lasting: it is stored with each delivery (at most 60 characters) */
  on<P extends object>(event: EventKind<P>, name: string, hear: Listener<P>): void {
    const list = this.byType.get(event.type) ?? [];
    if (list.some((listener) => listener.name === name)) throw new Error(`listener ${name} is registered twice for ${event.type}`);
    list.push({ name, hear: hear as Listener<never> });
    this.byType.set(event.type, list);
  }

  for(type: string): readonly { name: string; hear: Listener<never> }[] {
    return this.byType.get(type) ?? [];
  }
}
