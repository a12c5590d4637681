import { Injectable } from '@nestjs/common';
import { OPEN_APPLICATION_STATES } from '@hall/shared/enrolment/application.moves';
import { DataSource, In } from 'typeorm';
import { CryptoPort } from '../../platform/crypto/crypto.port.ts';
import { Cases, type CaseFacts } from '../enrolment/cases.ts';
import { Matters } from '../matters/matters.ts';
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
    matters: Matters,
  ) {
    matters.touchedFrom(async ({ id, from }, hallId) => {
      const [row] = await this.dataSource.query<{ booked: number | string }[]>(
        "SELECT COUNT(*) AS booked FROM visit_matter v JOIN booking b ON b.id = v.booking_id JOIN slot s ON s.id = b.slot_id WHERE v.hall_id = ? AND v.matter_id = ? AND v.state = 'open' AND b.state = 'booked' AND s.day >= ?", [hallId, id, from],
      );
      const booked = Number(row?.booked ?? 0);
      return booked === 0 ? [] : [`已约在那天以后的有 ${booked} 人：还没开始填表的，要带的材料按新的一版提醒；材料变多时请打电话告诉他们`];
    });
  }

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
