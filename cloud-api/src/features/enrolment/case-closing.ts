import { Injectable } from '@nestjs/common';
import type { Work } from '../../platform/persistence/work.ts';

export type OnClosing = (work: Work, applicationId: string) => Promise<void>;

/** What must happen in the very unit of work that withdraws or lapses a case: its booking gives its place back. */
@Injectable()
export class CaseClosing {
  private readonly hooks = new Map<string, OnClosing>();

  /** @param name who asks; one hook each */
  onClosing(name: string, hook: OnClosing): void {
    if (this.hooks.has(name)) throw new Error(`${name} hears of closings already`);
    this.hooks.set(name, hook);
  }

  async close(work: Work, applicationId: string): Promise<void> {
    for (const hook of this.hooks.values()) await hook(work, applicationId);
  }
}
