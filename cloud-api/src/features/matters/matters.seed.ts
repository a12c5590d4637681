import { Injectable, type OnModuleInit } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { WUHAN_EXAMPLE_PROFILE } from '@hall/shared/enrolment/wuhan-example.profile';
import { system } from '../../platform/auth/actor.ts';
import { newId } from '../../platform/persistence/new-id.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { CODE_TABLES } from './data/code-tables.data.ts';
import { MATTERS } from './data/matters.data.ts';
import { SHIPPED_CHANGES } from './data/shipped-changes.data.ts';
import { addDraft } from './matter-drafts.service.ts';
import { CodeEntry, MatterDraft, MatterVersion } from './matter.entity.ts';
import { addCode, addProfile } from './matters.service.ts';
import { contentOf } from './matters.ts';

/**
 * Puts in what every hall starts with, production included. Only what is missing is added: what an editor has changed
 * or retired stays as it is.
 */
@Injectable()
export class MattersSeed implements OnModuleInit {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  onModuleInit(): Promise<void> {
    return this.unitOfWork.run(system('matters.seed'), async (work) => {
      await this.codes(work);
      await this.matters(work);
      await this.shippedChanges(work);
      await addProfile(work, WUHAN_EXAMPLE_PROFILE, null);
    });
  }

  private async codes(work: Work): Promise<void> {
    const known = new Set((await work.find(CodeEntry, {})).map((row) => `${row.tableName}:${row.code}`));
    for (const [tableName, entries] of Object.entries(CODE_TABLES)) {
      for (const [position, [code, label]] of entries.entries()) {
        if (!known.has(`${tableName}:${code}`)) await addCode(work, { tableName, code, label, position });
      }
    }
  }

  private async matters(work: Work): Promise<void> {
    const known = new Set((await work.find(MatterVersion, {})).map((row) => `${row.matterId}:${row.versionNumber}`));
    for (const [position, { matterId, versionNumber, effectiveFrom, content }] of MATTERS.entries()) {
      if (known.has(`${matterId}:${versionNumber}`)) continue;
      await work.sql.insertIfAbsent(
        'matter_version (id, matter_id, version_number, position, effective_from, effective_to, content, created_at) VALUES (?, ?, ?, ?, ?, NULL, ?, ?)',
        [newId(), matterId, versionNumber, position, effectiveFrom, JSON.stringify(content), work.now],
      );
    }
  }

  /**
   * Lays later changes of the shipped matters before the hall as drafts. Nothing changes by itself: what is asked of people is decided by a person, from a
   * day on, and the cases begun before keep their version. While another draft of the matter is open the change waits for the next start.
   */
  private async shippedChanges(work: Work): Promise<void> {
    for (const { key, matterId, note, apply } of SHIPPED_CHANGES) {
      const shippedKey = `${matterId}:${key}`;
      const last = (await work.find(MatterVersion, { matterId, withdrawnAt: IsNull() })).sort((a, b) => (a.effectiveFrom < b.effectiveFrom || (a.effectiveFrom === b.effectiveFrom && a.versionNumber < b.versionNumber) ? 1 : -1))[0];
      const changed = last && apply(last.content);
      if (!changed || (await work.findOne(MatterDraft, { shippedKey })) || (await work.findOne(MatterDraft, { openKey: matterId }))) continue;
      await addDraft(work, { matterId, position: last.position, content: contentOf({ content: changed }), note, shippedKey, createdBy: null });
    }
  }
}
