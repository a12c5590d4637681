import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Assurance } from '@hall/shared/identity/assurance.rules';
import { permissionsOf } from '@hall/shared/identity/permissions';
import { ActorDirectory, type SignedIn } from '../../platform/auth/actor-directory.ts';
import type { SignedInActor } from '../../platform/auth/actor.ts';
import { readPrepared } from '../../platform/persistence/statements.ts';
import { RequestResident } from './request-resident.ts';
import { Device, Staff, StaffGrant } from './staff.entity.ts';

interface Row {
  session_id: string;
  subject_kind: SignedInActor['kind'];
  subject_id: string;
  expires_at: number | string;
  stepped_up_until: number | string | null;
  /** Null when no resident stands behind the session, or one whose account was merged into another. */
  assurance: Assurance | null;
  citizen_index: string | null;
  name_cipher: string | null;
}

@Injectable()
export class IdentityDirectory extends ActorDirectory {
  constructor(
    private readonly dataSource: DataSource,
    private readonly resident: RequestResident,
  ) {
    super();
  }

  /** Residents come in crowds, so theirs is one round trip; staff and devices are few. */
  async behind(tokenHash: string): Promise<SignedIn | null> {
    const [row] = await readPrepared<Row>(
      this.dataSource,
      `SELECT s.id AS session_id, s.subject_kind, s.subject_id, s.expires_at, s.stepped_up_until, r.assurance, r.citizen_index, r.name_cipher
       FROM session s LEFT JOIN resident r ON s.subject_kind = 'resident' AND r.id = s.subject_id AND r.merged_into IS NULL
       WHERE s.token_hash = ? AND s.ended_at IS NULL`,
      [tokenHash],
    );
    const actor = row && (await this.actorOf(row));
    return actor ? { sessionId: row.session_id, actor, expiresAt: Number(row.expires_at), steppedUpUntil: row.stepped_up_until === null ? null : Number(row.stepped_up_until) } : null;
  }

  private async actorOf({ subject_kind: kind, subject_id: id, assurance, citizen_index, name_cipher }: Row): Promise<SignedInActor | null> {
    if (kind === 'resident') {
      if (assurance === null) return null;
      this.resident.keep({ id, citizenIndex: citizen_index, nameCipher: name_cipher });
      return { kind, id, assurance };
    }
    const { manager } = this.dataSource;
    if (kind === 'device') {
      const row = await manager.findOneBy(Device, { id });
      return row && row.revokedAt === null ? { kind, id, hallId: row.hallId, deviceKind: row.kind } : null;
    }
    const [staff, grant] = await Promise.all([manager.findOneBy(Staff, { id }), manager.findOneBy(StaffGrant, { staffId: id })]);
    return staff?.active && grant ? { kind, id, hallId: grant.hallId, permissions: new Set(permissionsOf(grant.roles)) } : null;
  }
}
