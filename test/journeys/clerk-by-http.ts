import type { DeskTicketView, DeskView, StaffCaseView } from '@hall/shared/api/views';
import { staffOver, type Caller } from './hall-over-http.ts';

export interface Mark {
  /** `field:<name>`, `picture:<id>` or `material:<code>`. */
  target: string;
  reasonCode: string;
  sentence: string;
}

/** A clerk of the demo's hall who works without a console: the same calls it would make, over HTTP. */
export class Clerk {
  readonly http: Caller;

  private constructor(http: Caller) {
    this.http = http;
  }

  /** At the start of a working day. @param userName one of the demo's staff, such as `wang` or `zhou` */
  static async signIn(url: string, userName: string): Promise<Clerk> {
    return new Clerk(await staffOver(url, userName));
  }

  case(id: string): Promise<StaffCaseView> {
    return this.http.get<StaffCaseView>(`/staff/applications/${id}`);
  }

  /** Claims a submitted case, marks what is wrong and sends all of it back at once. */
  async sendBack(id: string, marks: readonly Mark[]): Promise<StaffCaseView> {
    await this.onCase(id, 'post', 'claim');
    await this.onCase(id, 'put', 'marks', { marks });
    return this.onCase(id, 'post', 'return');
  }

  /** Claims a submitted case and finds it complete. */
  async findReady(id: string): Promise<StaffCaseView> {
    await this.onCase(id, 'post', 'claim');
    return this.onCase(id, 'post', 'ready');
  }

  /** Compares the card, ticks every original and confirms the enrolment. */
  async handle(id: string): Promise<StaffCaseView> {
    await this.onCase(id, 'post', 'verify-identity');
    const { materials } = await this.case(id);
    await this.onCase(id, 'put', 'originals', { seen: materials.filter((material) => material.required).map((material) => material.code) });
    return this.onCase(id, 'post', 'handle');
  }

  desk(): Promise<DeskView> {
    return this.http.get<DeskView>('/staff/desk');
  }

  /** Calls the next person in line to this clerk's window. */
  async callNext(): Promise<DeskTicketView> {
    const { current } = await this.http.post<DeskView>('/staff/desk/next');
    if (!current) throw new Error('Nobody was called');
    return current;
  }

  serve(): Promise<DeskView> {
    return this.onTicket('serve');
  }

  done(): Promise<DeskView> {
    return this.onTicket('done');
  }

  /** Serves whoever comes before, in the hall's own order, and calls this ticket. */
  async callUntil(ticketId: string): Promise<DeskTicketView> {
    for (;;) {
      const called = await this.callNext();
      if (called.id === ticketId) return called;
      await this.serve();
      for (const matter of called.matters) {
        if (matter.state === 'open') await this.onTicket(`matters/${matter.id}/close`, { reason: '已当场办结' });
      }
      await this.done();
    }
  }

  private async onTicket(move: string, body: object = {}): Promise<DeskView> {
    const { current } = await this.desk();
    if (!current) throw new Error(`Nobody is at the window to ${move}`);
    return this.http.post<DeskView>(`/staff/tickets/${current.id}/${move}`, { version: current.version, ...body });
  }

  private async onCase(id: string, verb: 'post' | 'put', step: string, body: object = {}): Promise<StaffCaseView> {
    const { version } = await this.case(id);
    return this.http[verb]<StaffCaseView>(`/staff/applications/${id}/${step}`, { version, ...body });
  }
}
