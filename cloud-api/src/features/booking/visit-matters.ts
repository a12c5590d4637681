import { Injectable } from '@nestjs/common';
import { OPEN_APPLICATION_STATES } from '@hall/shared/enrolment/application.moves';
import { DataSource, In } from 'typeorm';
import { CryptoPort } from '../../platform/crypto/crypto.port.ts';
import { Cases, type CaseFacts } from '../enrolment/cases.ts';
import { VisitMatter } from './booking.entity.ts';
import type { MatterLine } from './booking.view.ts';
import { MatterShelf } from './matter-shelf.ts';
import { personNamePlace } from './open-booking.ts';

/** One matter of a visit with the person it is for. Decrypted: mask before showing. */
export interface VisitMatterFacts extends MatterLine {
  personKey: string;
  residentId: string | null;
  /** Its case is reviewed and complete. */
  ready: boolean;
  version: number;
}

/** Reads the matters of visits with their names and cases; inside a unit of work as that work sees them. */
@Injectable()
export class VisitMatters {
  constructor(
    private readonly dataSource: DataSource,
    private readonly shelf: MatterShelf,
    private readonly cases: Cases,
    private readonly crypto: CryptoPort,
  ) {}

  /** By booking or by ticket, each in the order in which they were named. */
  async of(owner: 'bookingId' | 'ticketId', ids: readonly string[]): Promise<Map<string, VisitMatterFacts[]>> {
    if (ids.length === 0) return new Map();
    const rows = await this.dataSource.manager.find(VisitMatter, { where: { [owner]: In([...ids]) }, order: { id: 'ASC' } });
    const cases = await this.cases.factsOf([...new Set(rows.flatMap((row) => row.applicationId ?? []))]);
    const found = new Map<string, VisitMatterFacts[]>();
    for (const row of rows) {
      const facts = await this.facts(row, row.applicationId === null ? undefined : cases.get(row.applicationId));
      found.set(row[owner]!, [...(found.get(row[owner]!) ?? []), facts]);
    }
    return found;
  }

  private async facts(row: VisitMatter, application: CaseFacts | undefined): Promise<VisitMatterFacts> {
    // The case is handled in one unit of work, its visit hears of it in the next: between the two the case is right.
    const handled = row.state === 'open' && application !== undefined && !OPEN_APPLICATION_STATES.includes(application.state);
    return {
      id: row.id, matterId: row.matterId, matterName: await this.shelf.nameOf(row.matterId), applicationId: row.applicationId, caseNumber: application?.caseNumber ?? null,
      personName: row.personNameCipher && this.crypto.decryptField(row.personNameCipher, personNamePlace(row.id)), personKey: row.personKey, residentId: row.residentId,
      state: handled ? 'handled' : row.state, ready: application?.state === 'ready', version: row.version,
    };
  }
}
