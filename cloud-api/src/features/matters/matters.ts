import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { profileInForce, type PolicyProfile } from '@hall/shared/enrolment/policy-profile';
import { dayOf, type Day } from '@hall/shared/kernel/day';
import { limitsOf, matterInFull, type MatterContent } from '@hall/shared/matter/matter-content';
import { versionOn } from '@hall/shared/matter/matter-versions.rules';
import { Clock } from '../../platform/clock/clock.ts';
import { Halls } from '../hall/halls.ts';
import { TABLE_NAMES } from './data/code-tables.data.ts';
import { CodeEntry, MatterVersion, PolicyProfileRow } from './matter.entity.ts';
import { matterErrors } from './matters.errors.ts';

/** A matter as it stands in one of its versions. */
export interface MatterFacts extends MatterContent {
  id: string;
  version: number;
  effectiveFrom: Day;
  /** The limits as they read. */
  statutoryLimit: string;
  promisedLimit: string;
}

/** A room says what another version of a matter changes for what it has at hand, a line each, without personal data. `from` is the day it begins. */
export type TouchedBy = (matter: { id: string; from: Day }, hallId: string) => Promise<string[]>;

export type CodeTables = Record<string, { code: string; label: string }[]>;

/** What other rooms may know of matters, code tables and policies. */
@Injectable()
export class Matters {
  private readonly touching: TouchedBy[] = [];

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    halls: Halls,
  ) {
    halls.plans.registry.mattersFrom(() => this.toBeHandled());
  }

  touchedFrom(source: TouchedBy): void {
    this.touching.push(source);
  }

  /** What a version that begins on that day changes for others. */
  async touched(matter: { id: string; from: Day }, hallId: string): Promise<string[]> {
    const lines: string[] = [];
    for (const source of this.touching) lines.push(...(await source(matter, hallId)));
    return lines;
  }

  /** Every matter handled on that day, in the order of the shelf. */
  async inForce(day: Day): Promise<MatterFacts[]> {
    const standing = [...(await this.versions()).values()].flatMap((rows) => versionOn(rows, day) ?? []);
    return standing.sort((a, b) => a.position - b.position || (a.matterId < b.matterId ? -1 : 1)).map(toFacts).filter(({ offered }) => offered);
  }

  /** The matter as it stands on that day. @throws MATTER_UNKNOWN also when it is no longer handled */
  async matter(matterId: string, day: Day): Promise<MatterFacts> {
    const found = versionOn(await this.dataSource.manager.find(MatterVersion, { where: { matterId } }), day);
    const facts = found && toFacts(found);
    if (!facts?.offered) throw matterErrors.MATTER_UNKNOWN();
    return facts;
  }

  /** How every matter there ever was is called, or was called last. */
  async names(): Promise<Map<string, string>> {
    const today = dayOf(this.clock.now());
    return new Map([...(await this.versions())].map(([id, rows]) => [id, (versionOn(rows, today) ?? rows.at(-1)!).content.name]));
  }

  /** Each matter's versions, the oldest first. */
  async versions(): Promise<Map<string, MatterVersion[]>> {
    const rows = await this.dataSource.manager.find(MatterVersion, { order: { versionNumber: 'ASC' } });
    const byMatter = new Map<string, MatterVersion[]>();
    for (const row of rows) byMatter.set(row.matterId, [...(byMatter.get(row.matterId) ?? []), row]);
    return byMatter;
  }

  /** What a counter may be given to handle: what stands today and what has been published for a day to come, so that somebody is there on it. */
  private async toBeHandled(): Promise<{ id: string; name: string }[]> {
    const today = dayOf(this.clock.now());
    const standing = (await this.inForce(today)).map(({ id, name }) => ({ id, name }));
    const coming = [...(await this.versions())].flatMap(([id, rows]) => {
      const next = rows.find((row) => row.withdrawnAt === null && row.effectiveFrom > today && row.content.offered !== false);
      return next && !standing.some((each) => each.id === id) ? [{ id, name: next.content.name }] : [];
    });
    return [...standing, ...coming];
  }

  /** The matter in the version a case began with. @throws MATTER_UNKNOWN */
  async version(matterId: string, versionNumber: number): Promise<MatterFacts> {
    const row = await this.dataSource.manager.findOneBy(MatterVersion, { matterId, versionNumber });
    if (!row) throw matterErrors.MATTER_UNKNOWN();
    return toFacts(row);
  }

  /** The codes people may choose from, by table. */
  async codes(): Promise<CodeTables> {
    const rows = await this.dataSource.manager.find(CodeEntry, { where: { active: true }, order: { tableName: 'ASC', position: 'ASC' } });
    const tables: CodeTables = Object.fromEntries(TABLE_NAMES.map((name) => [name, []]));
    for (const row of rows) tables[row.tableName]?.push({ code: row.code, label: row.label });
    return tables;
  }

  /** Those that are closed by now, by table: cases that were handed in keep them. */
  async closedCodes(): Promise<CodeTables> {
    const rows = await this.dataSource.manager.find(CodeEntry, { where: { active: false }, order: { tableName: 'ASC', position: 'ASC' } });
    const tables: CodeTables = {};
    for (const { tableName, code, label } of rows) (tables[tableName] ??= []).push({ code, label });
    return tables;
  }

  /** How a code reads, retired ones included; the code itself when the table has none. */
  async label(tableName: string, code: string): Promise<string> {
    return (await this.dataSource.manager.findOneBy(CodeEntry, { tableName, code }))?.label ?? code;
  }

  /** Every profile ever loaded, in the order of loading: a correction stands after what it corrects. */
  profiles(): Promise<PolicyProfileRow[]> {
    return this.dataSource.manager.find(PolicyProfileRow, { order: { loadedAt: 'ASC', id: 'ASC' } });
  }

  /** The money rules in force on that day, or null. */
  async profileOn(day: Day): Promise<PolicyProfile | null> {
    return profileInForce((await this.profiles()).map((row) => row.content), day);
  }
}

export const contentOf = (row: Pick<MatterVersion, 'content'>): MatterContent => matterInFull(row.content);

const toFacts = (row: MatterVersion): MatterFacts => {
  const content = contentOf(row);
  return { ...content, ...limitsOf(content), id: row.matterId, version: row.versionNumber, effectiveFrom: row.effectiveFrom };
};

/** Short text that changes when any table does, so that clients know when to read them again. */
export const tablesVersion = (tables: CodeTables): string => createHash('sha256').update(JSON.stringify(tables)).digest('base64url').slice(0, 12);
