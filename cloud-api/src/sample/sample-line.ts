import type { DeskTicketTakenView } from '../features/queue/ticket.dto.ts';
import type { DeskView, WindowList } from '../features/queue/desk.dto.ts';
import type { SampleActor } from './sample-actor.ts';
import type { SampleCase } from './sample-cases.ts';
import { syntheticPerson, type SyntheticPerson } from './synthetic-people.ts';

const MINUTE = 60_000;

/** The clerks at their windows and the people in line. */
export class SampleLine {
  private readonly clerks: readonly SampleActor[];
  private readonly guide: SampleActor;
  private readonly pass: (milliseconds: number) => void;
  private walkIns = 0;

  /** @param guide gives out tickets @param pass lets time go by */
  constructor(clerks: readonly SampleActor[], guide: SampleActor, pass: (milliseconds: number) => void) {
    this.clerks = clerks;
    this.guide = guide;
    this.pass = pass;
  }

  async openWindows(): Promise<void> {
    const { items } = await this.guide.get<WindowList>('/staff/windows');
    for (const [index, clerk] of this.clerks.entries()) await clerk.post(`/staff/windows/${items[index]!.id}/open`);
  }

  async closeWindows(): Promise<void> {
    for (const clerk of this.clerks) {
      const { window } = await clerk.get<DeskView>('/staff/desk');
      if (window) await clerk.post(`/staff/windows/${window.id}/close`);
    }
  }

  /** Somebody without a phone takes a ticket at the desk; every fifth is an elder. */
  async walkIn(today: string): Promise<SyntheticPerson> {
    this.walkIns += 1;
    const elder = this.walkIns % 5 === 0;
    const person = syntheticPerson(60 + (this.walkIns % 35), elder ? 73 : 30 + ((this.walkIns * 7) % 28), today);
    await this.guide.post<DeskTicketTakenView>('/staff/tickets', { cls: elder ? 'care' : 'walkin', matterIds: [this.walkIns % 3 === 0 ? 'benefit-enquiry' : 'enrolment-change'], name: person.name, citizenId: person.citizenId });
    return person;
  }

  /** Somebody whose case was checked beforehand checks in, is called, and goes home with it handled. @param index of the window whose clerk checked it */
  async serveReady(index: number, ready: SampleCase, minutes: number, checkIn: () => Promise<void>): Promise<void> {
    await checkIn();
    this.pass(MINUTE);
    await this.serveNext(index, minutes, async (clerk) => { await ready.handle(clerk); });
  }

  /** One clerk takes the next in line and finishes. Answers whether there was anybody. @param handle what is done at the window first */
  async serveNext(index: number, minutes: number, handle: (clerk: SampleActor) => Promise<void> = async () => {}): Promise<boolean> {
    const clerk = this.clerks[index % this.clerks.length]!;
    if (!(await this.callNext(index))) return false;
    this.pass(MINUTE / 2);
    await this.move(clerk, 'serve');
    this.pass(minutes * MINUTE);
    await handle(clerk);
    const { current } = await clerk.get<DeskView>('/staff/desk');
    for (const matter of current?.matters ?? []) {
      const seen = await clerk.get<DeskView>('/staff/desk');
      if (matter.state === 'open') await clerk.post(`/staff/tickets/${seen.current!.id}/matters/${matter.id}/close`, { version: seen.current!.version, reason: '已当场办结' });
    }
    await this.move(clerk, 'done');
    return true;
  }

  async callNext(index: number): Promise<boolean> {
    const clerk = this.clerks[index % this.clerks.length]!;
    const desk = await clerk.get<DeskView>('/staff/desk');
    if (desk.current || desk.next === null) return false;
    return (await clerk.post<DeskView>('/staff/desk/next')).current !== null;
  }

  private async move(clerk: SampleActor, move: 'serve' | 'done'): Promise<void> {
    const { current } = await clerk.get<DeskView>('/staff/desk');
    // The clock at the window may have started serving by itself.
    if (current && (move === 'done' || current.state === 'called')) await clerk.post(`/staff/tickets/${current.id}/${move}`, { version: current.version });
  }
}
