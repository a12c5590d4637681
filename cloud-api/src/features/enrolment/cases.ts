import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { OPEN_APPLICATION_STATES, type ApplicationState } from '@hall/shared/enrolment/application.moves';
import { requiredMaterials } from '@hall/shared/enrolment/materials.rules';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { Matters } from '../matters/matters.ts';
import { Application } from './application.entity.ts';
import { CaseClosing, type OnClosing } from './case-closing.ts';
import { CaseContent } from './case-content.ts';
import { CaseSurroundings, type FindAlso, type SlipCodeOf, type VisitsOf } from './case-surroundings.ts';

export interface CaseFacts {
  id: string;
  caseNumber: string;
  hallId: string;
  matterId: string;
  state: ApplicationState;
  residentId: string | null;
  relativeId: string | null;
  /** The person the case is about; null until a valid ID number is known. */
  citizenIndex: string | null;
  /** Decrypted: mask it before it leaves the server. */
  personName: string;
}

/**
 * What other rooms may know of cases, and where they say what they have to do with one. Inside a unit of work the reads
 * join it.
 */
@Injectable()
export class Cases {
  constructor(
    private readonly dataSource: DataSource,
    private readonly content: CaseContent,
    private readonly closing: CaseClosing,
    private readonly surroundings: CaseSurroundings,
    private readonly matters: Matters,
  ) {
    matters.touchedFrom(async ({ id }, hallId) => {
      const open = await this.dataSource.manager.countBy(Application, { hallId, matterId: id, state: In([...OPEN_APPLICATION_STATES]) });
      return open === 0 ? [] : [`正在办的 ${open} 件按各自开始时的版本办完，材料单不变；从那天起新开的按新的一版`];
    });
  }

  /** @throws NOT_FOUND */
  async facts(applicationId: string): Promise<CaseFacts> {
    const row = await this.dataSource.manager.findOneBy(Application, { id: applicationId });
    if (!row) throw platformErrors.NOT_FOUND();
    return this.toBrief(row);
  }

  /** By id; those that do not exist are left out. */
  async factsOf(applicationIds: string[]): Promise<Map<string, CaseFacts>> {
    if (applicationIds.length === 0) return new Map();
    const rows = await this.dataSource.manager.findBy(Application, { id: In(applicationIds) });
    return new Map(rows.map((row) => [row.id, this.toBrief(row)]));
  }

  /** The papers each case asks for as it is filled in, by its id: the originals to bring. */
  async papersOf(applicationIds: string[]): Promise<Map<string, string[]>> {
    const rows = applicationIds.length === 0 ? [] : await this.dataSource.manager.findBy(Application, { id: In(applicationIds) });
    const papers = new Map<string, string[]>();
    for (const row of rows) {
      const { materials } = await this.matters.version(row.matterId, row.matterVersion);
      const asked = requiredMaterials(this.content.answersOf(row), materials, { filledFor: row.relativeId === null ? 'self' : 'relative' });
      papers.set(row.id, asked.map((material) => material.label));
    }
    return papers;
  }

  /** True once the window has nothing left to do: handled, or closed in any way. */
  async handledOrClosed(applicationId: string): Promise<boolean> {
    return !OPEN_APPLICATION_STATES.includes((await this.facts(applicationId)).state);
  }

  /** Open cases about this person, the oldest first. */
  async forPerson(citizenIndex: string): Promise<CaseFacts[]> {
    const rows = await this.dataSource.manager.find(Application, { where: { citizenIndex, state: In([...OPEN_APPLICATION_STATES]) }, order: { createdAt: 'ASC' } });
    return rows.map((row) => this.toBrief(row));
  }

  /** Runs in the very unit of work that withdraws or lapses a case. */
  onClosing(name: string, hook: OnClosing): void {
    this.closing.onClosing(name, hook);
  }

  visitsFrom(source: VisitsOf): void {
    this.surroundings.visitsFrom(source);
  }

  slipCodesFrom(source: SlipCodeOf): void {
    this.surroundings.slipCodesFrom(source);
  }

  findAlsoIn(finder: FindAlso): void {
    this.surroundings.findAlsoIn(finder);
  }

  private toBrief(row: Application): CaseFacts {
    const { id, caseNumber, hallId, matterId, state, residentId, relativeId, citizenIndex } = row;
    return { id, caseNumber, hallId, matterId, state, residentId, relativeId, citizenIndex, personName: this.content.answersOf(row).name ?? '' };
  }
}
