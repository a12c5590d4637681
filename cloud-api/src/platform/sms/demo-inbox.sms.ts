import { maskPhone } from '@hall/shared/kernel/masking';
import { SmsPort } from './sms.port.ts';

export interface DemoSms { readonly phone: string; readonly text: string; readonly at: number }

const KEPT = 100;

/** Stands for an operator in the demo: messages wait in memory, where the demo's page shows them. Refused in production by the settings. */
export class DemoInboxSms extends SmsPort {
  readonly #clock: { now(): number };
  readonly #log: { info(facts: object, sentence: string): void } | undefined;
  readonly #messages: DemoSms[] = [];

  constructor(options: { clock: { now(): number }; log?: { info(facts: object, sentence: string): void } }) {
    super();
    this.#clock = options.clock;
    this.#log = options.log;
  }

  async send(message: { phone: string; text: string }): Promise<void> {
    this.#messages.unshift({ ...message, at: this.#clock.now() });
    this.#messages.length = Math.min(this.#messages.length, KEPT);
    this.#log?.info({ to: maskPhone(message.phone) }, 'A text message waits in the demo inbox');
  }

  /** Newest first, at most 100. */
  list(): readonly DemoSms[] {
    return [...this.#messages];
  }
}
