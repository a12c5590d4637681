import { newId } from '../../cloud-api/src/platform/persistence/new-id.ts';
import type { Chance } from '../trust/chance.ts';
import { NoAnswer, type Answered, type Asking } from './asking.ts';
import type { Ledger } from './ledger.ts';
import type { Person, PreparedHall } from './prepared-hall.ts';

interface View {
  id: string;
  version: number;
  state: string;
  number: string;
}
type Wish = { body?: object; key?: string };

/** Where the hall answers just now. Processes come and go; who finds nobody waits for the next one. */
export class Doors {
  private readonly open = new Set<string>();
  private waiting: (() => void)[] = [];

  opened(url: string): void {
    this.open.add(url);
    for (const go of this.waiting) go();
    this.waiting = [];
  }

  closed(url: string): void {
    this.open.delete(url);
  }

  async any(chance: Chance): Promise<string> {
    while (this.open.size === 0) await new Promise<void>((go) => this.waiting.push(go));
    return chance.pick([...this.open]);
  }
}

/**
 * People who go on with what they came for, whatever happens to the servers: who gets no answer asks again with the
 * same key, or looks how things stand. Every "yes" goes into the ledger.
 */
export class Crowd {
  /** Answers nobody should get. */
  readonly odd: string[] = [];
  /** Wishes whose answer was cut off: only these put the hall to the test. */
  unanswered = 0;
  private going = true;

  constructor(
    private readonly hall: PreparedHall,
    private readonly asking: Asking,
    private readonly doors: Doors,
    private readonly ledger: Ledger,
    private readonly chance: Chance,
  ) {}

  /** Everybody gets to work; settles when all have stopped after `stop`. */
  async work(people: readonly Person[]): Promise<void> {
    const trades = [this.books, this.books, this.drafts, this.arrives];
    await Promise.all(people.map(async (person, index) => {
      while (this.going) await trades[index % trades.length]!.call(this, person);
    }));
  }

  stop(): void {
    this.going = false;
  }

  /** Books once more and waits for the message: everything written before has been told by then. */
  async lastWord(person: Person, limitMs: number): Promise<void> {
    const held = await this.persist<View>(person, 'POST', '/resident/bookings/hold', { key: newId(), body: { slotId: this.hall.slotIds.at(-1), matters: [{ matterId: 'benefit-enquiry' }] } });
    await this.persist(person, 'POST', `/resident/bookings/${held.body.id}/confirm`, { body: { version: held.body.version } });
    const deadline = performance.now() + limitMs;
    while (performance.now() < deadline) {
      const inbox = await this.persist<{ items: unknown[] }>(person, 'GET', '/resident/inbox');
      if (inbox.body.items.length > 0) return;
      await new Promise((again) => setTimeout(again, 100));
    }
    throw new Error(`an event was not told within ${limitMs} ms`);
  }

  private async books(person: Person): Promise<void> {
    const slotId = this.chance.pick(this.hall.slotIds);
    const held = await this.persist<View>(person, 'POST', '/resident/bookings/hold', { key: newId(), body: { slotId, matters: [{ matterId: 'enrolment' }] } });
    if (held.status !== 200) {
      if (held.body.code !== 'BOOKING_SLOT_FULL') this.odd.push(`hold: ${held.status} ${held.body.code}`);
      return;
    }
    this.ledger.booking(held.body.id, 'held');
    const booked = await this.move(person, `/resident/bookings/${held.body.id}`, 'confirm', held.body.version, (view) => view.state !== 'held');
    this.ledger.booking(held.body.id, 'booked');
    if (!this.going) return;
    await this.move(person, `/resident/bookings/${held.body.id}`, 'cancel', booked.version, (view) => view.state === 'cancelled');
    this.ledger.booking(held.body.id, 'cancelled');
  }

  private async drafts(person: Person): Promise<void> {
    const path = '/resident/applications';
    const opened = await this.persist<View>(person, 'POST', path, { key: newId(), body: { matterId: 'enrolment' } });
    if (opened.status !== 200) return void this.odd.push(`open: ${opened.status} ${opened.body.code}`);
    let { version } = opened.body;
    for (let edition = 1; this.going; edition += 1) {
      const saved = await this.persist<View>(person, 'PATCH', `${path}/${opened.body.id}/draft`, { body: { version, answers: { householdAddress: `米公路 ${edition} 号` } } });
      if (saved.status === 200) {
        version = saved.body.version;
        this.ledger.draft(opened.body.id, edition);
      } else if (saved.body.code === 'STALE_VERSION') {
        version = (await this.persist<View>(person, 'GET', `${path}/${opened.body.id}`)).body.version;
      } else {
        this.odd.push(`draft: ${saved.status} ${saved.body.code}`);
      }
    }
  }

  private async arrives(person: Person): Promise<void> {
    const screen = await this.persist<{ checkIn: { url: string } }>(this.hall.screen, 'GET', '/device/screen');
    const code = screen.body.checkIn.url.split('code=')[1]!;
    const taken = await this.persist<View>(person, 'POST', '/resident/check-in', { key: newId(), body: { code, matterIds: ['benefit-enquiry'] } });
    if (taken.status !== 200) return void this.odd.push(`check-in: ${taken.status} ${taken.body.code}`);
    this.ledger.ticket(taken.body.id, taken.body.number, false);
    if (!this.going) return;
    await this.move(person, `/resident/tickets/${taken.body.id}`, 'leave', taken.body.version, (view) => view.state === 'left');
    this.ledger.ticket(taken.body.id, taken.body.number, true);
  }

  /** One move of a versioned thing. Refused as old after a lost answer, it was done the first time: look. */
  private async move(person: Person, path: string, action: string, version: number, done: (view: View) => boolean): Promise<View> {
    const moved = await this.persist<View>(person, 'POST', `${path}/${action}`, { body: { version } });
    if (moved.status === 200) return moved.body;
    const { body } = await this.persist<View>(person, 'GET', path);
    if (!done(body)) this.odd.push(`${action}: ${moved.status} ${moved.body.code}, and it stands at ${body.state}`);
    return body;
  }

  private async persist<T>(person: Person, method: 'GET' | 'POST' | 'PATCH', path: string, wish: Wish = {}): Promise<Answered<T>> {
    for (;;) {
      const base = await this.doors.any(this.chance);
      try {
        const answer = await this.asking.ask<T>(base, method, path, person.token, wish);
        if (answer.status < 500) return answer;
        this.odd.push(`${method} ${path.replace(/[0-9a-f-]{36}/, ':id')}: ${answer.status} ${answer.body.code}`);
      } catch (error) {
        if (!(error instanceof NoAnswer)) throw error;
        this.unanswered += 1;
        // Whoever kills a process shuts its door first; the next try finds another one, or waits.
        await new Promise((again) => setImmediate(again));
      }
    }
  }
}
