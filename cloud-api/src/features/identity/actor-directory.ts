import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { permissionsOf } from '@hall/shared/identity/permissions';
import { ActorDirectory } from '../../platform/auth/actor-directory.ts';
import type { SignedInActor } from '../../platform/auth/actor.ts';
import { Resident } from './resident.entity.ts';
import { Device, Staff, StaffGrant } from './staff.entity.ts';

@Injectable()
export class IdentityDirectory extends ActorDirectory {
  constructor(private readonly dataSource: DataSource) {
    super();
  }

  async actorOf(kind: SignedInActor['kind'], subjectId: string): Promise<SignedInActor | null> {
    const { manager } = this.dataSource;
    if (kind === 'resident') {
      const row = await manager.findOneBy(Resident, { id: subjectId });
      return row && row.mergedInto === null ? { kind, id: row.id, assurance: row.assurance } : null;
    }
    if (kind === 'device') {
      const row = await manager.findOneBy(Device, { id: subjectId });
      return row && row.revokedAt === null ? { kind, id: row.id, hallId: row.hallId, deviceKind: row.kind } : null;
    }
    const [staff, grant] = await Promise.all([manager.findOneBy(Staff, { id: subjectId }), manager.findOneBy(StaffGrant, { staffId: subjectId })]);
    return staff?.active && grant ? { kind, id: staff.id, hallId: grant.hallId, permissions: new Set(permissionsOf(grant.roles)) } : null;
  }
}
