import { Injectable } from '@nestjs/common';
import type { Json } from '@hall/shared/kernel/canonical-json';
import type { Attributes } from '@hall/shared/commitment/commitment.rules';
import { coarse } from '@hall/shared/commitment/fulfilment.rules';
import { MEASURABLE_EVENTS, subjectKindOf, type MeasurableEvent, type SubjectKind } from '@hall/shared/commitment/measurable-events';
import { newId } from '../../platform/persistence/new-id.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { Ledger } from '../ledger/ledger.ts';
import { Fulfilments } from './fulfilments.ts';

export interface Measured {
  /** Of the event it was told by: heard twice, it is written once. */
  eventId: string;
  hallId: string;
  subjectId: string;
  event: MeasurableEvent;
  at: number;
  /** With the house's own ids. */
  attributes?: Attributes;
  /** What the person concerned can recognise the entry by: only its salted digest is published. */
  sealed?: Json;
}

/** Under what a fact was said in the ledger. */
export const ledgerKeyOf = (factKey: string): string => `fact:${factKey}`;

/** Facts that promises are measured by: kept, said on the ledger under random names, and followed by every promise they concern. */
@Injectable()
export class MeasuredFacts {
  constructor(
    private readonly ledger: Ledger,
    private readonly fulfilments: Fulfilments,
  ) {}

  async record(work: Work, { eventId, hallId, subjectId, event, at, attributes = {}, sealed }: Measured): Promise<void> {
    const factKey = `${eventId}:${event}`.slice(0, 60);
    const subjectKind = subjectKindOf(event);
    const kept = coarse(event, at);
    // Names are looked up before anybody is kept waiting.
    const { s, of } = await this.underPublicNames(work, hallId, subjectKind, subjectId, attributes);
    await this.ledger.hold(work, hallId);
    const { affected } = await work.sql.insertIfAbsent('measured_fact (id, hall_id, fact_key, subject_kind, subject_id, event, at, attributes, known_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)', [
      newId(), hallId, factKey, subjectKind, subjectId, event, kept, JSON.stringify(attributes), work.now,
    ]);
    if (affected === 0) return;
    const seal = sealed === undefined ? {} : { seal: await this.ledger.seal(work, hallId, subjectKind, subjectId, sealed) };
    await this.ledger.say(work, { hallId, key: ledgerKeyOf(factKey), kind: 'fact', body: { s, event, at: kept, of, ...seal }, forSeal: MEASURABLE_EVENTS[event].precision === 'day' });
    await this.fulfilments.follow(work, hallId, subjectKind, subjectId);
  }

  /** Subject and attributes under the names the ledger uses, all of them with one reading. */
  private async underPublicNames(work: Work, hallId: string, subjectKind: SubjectKind, subjectId: string, { ready, cls, matters, department, staff, window }: Attributes): Promise<{ s: string; of: { [name: string]: Json } }> {
    const holders = Object.entries({ department, staff, window }).filter((each): each is [string, string] => each[1] !== undefined);
    const [s, ...codes] = await this.ledger.codesOf(work, hallId, [[subjectKind, subjectId], ...holders]);
    return {
      s: s!, of: { ...(ready === undefined ? {} : { ready }), ...(cls === undefined ? {} : { cls }), ...(matters === undefined ? {} : { matters: [...matters] }), ...Object.fromEntries(holders.map(([kind], index) => [kind, codes[index]!])) },
    };
  }
}
