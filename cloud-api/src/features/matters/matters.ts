import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { MaterialRule } from '@hall/shared/enrolment/materials.rules';
import { profileInForce, type PolicyProfile } from '@hall/shared/enrolment/policy-profile';
import { dayOf, type Day } from '@hall/shared/kernel/day';
import { Clock } from '../../platform/clock/clock.ts';
import { Halls } from '../hall/halls.ts';
import { TABLE_NAMES } from './data/code-tables.data.ts';
import { CodeEntry, MatterVersion, PolicyProfileRow, type MatterContent } from './matter.entity.ts';
import { matterErrors } from './matters.errors.ts';

/** A matter as it stands in one of its versions. */
export interface MatterFacts extends MatterContent {
  id: string;
  version: number;
  effectiveFrom: Day;
}

export type CodeTables = Record<string, { code: string; label: string }[]>;

/** What other rooms may know of matters, code tables and policies. */
@Injectable()
export class Matters {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    halls: Halls,
  ) {
    halls.plans.registry.mattersFrom(async () => (await this.inForce(dayOf(this.clock.now()))).map(({ id, name }) => ({ id, name })));
  }

  /** Every matter in force on that day, in the order of the shelf. */
  async inForce(day: Day): Promise<MatterFacts[]> {
    const rows = await this.dataSource.manager.find(MatterVersion, { order: { position: 'ASC', versionNumber: 'DESC' } });
    const seen = new Set<string>();
    return rows.filter((row) => isInForce(row, day) && !seen.has(row.matterId) && seen.add(row.matterId)).map(toFacts);
  }

  /** The matter as it stands on that day. @throws MATTER_UNKNOWN */
  async matter(matterId: string, day: Day): Promise<MatterFacts> {
    const rows = await this.dataSource.manager.find(MatterVersion, { where: { matterId }, order: { versionNumber: 'DESC' } });
    const found = rows.find((row) => isInForce(row, day));
    if (!found) throw matterErrors.MATTER_UNKNOWN();
    return toFacts(found);
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

const isInForce = (row: MatterVersion, day: Day): boolean => row.effectiveFrom <= day && (row.effectiveTo === null || day <= row.effectiveTo);

/** A checklist written before papers had a least number of pictures asks for one of each. */
const inFull = (material: Omit<MaterialRule, 'minPictures' | 'pages'> & Partial<MaterialRule>): MaterialRule => ({ minPictures: 1, pages: [], ...material });

const toFacts = (row: MatterVersion): MatterFacts => ({ ...row.content, materials: row.content.materials.map(inFull), id: row.matterId, version: row.versionNumber, effectiveFrom: row.effectiveFrom });

/** Short text that changes when any table does, so that clients know when to read them again. */
export const tablesVersion = (tables: CodeTables): string => createHash('sha256').update(JSON.stringify(tables)).digest('base64url').slice(0, 12);
