import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CryptoPort } from '../../platform/crypto/crypto.port.ts';
import { Resident, ResidentIdentity } from './resident.entity.ts';
import { StaffWechat } from './staff-wechat.entity.ts';
import { Staff } from './staff.entity.ts';

export interface Reach {
  /** The newest first. */
  openids: string[];
  phone: string | null;
}

const NOBODY: Reach = { openids: [], phone: null };

/** Decrypts how to reach people; only the sending of messages asks. */
@Injectable()
export class Reaching {
  constructor(
    private readonly dataSource: DataSource,
    private readonly crypto: CryptoPort,
  ) {}

  async resident(id: string): Promise<Reach> {
    const { manager } = this.dataSource;
    const row = await manager.findOneBy(Resident, { id });
    if (!row) return NOBODY;
    const ways = await manager.find(ResidentIdentity, { where: { residentId: id, kind: 'wechat' }, order: { createdAt: 'DESC' } });
    return {
      openids: ways.map((way) => this.crypto.decryptField(way.subjectCipher, `resident-identity.subject:${way.id}`)),
      phone: row.phoneCipher && this.crypto.decryptField(row.phoneCipher, `resident.phone:${id}`),
    };
  }

  /** Whoever no longer works here is not reached. */
  async staff(id: string): Promise<Reach> {
    const { manager } = this.dataSource;
    const row = await manager.findOneBy(Staff, { id, active: true });
    if (!row) return NOBODY;
    const bound = await manager.findOneBy(StaffWechat, { staffId: id });
    return {
      openids: bound ? [this.crypto.decryptField(bound.openidCipher, `staff-wechat.openid:${bound.id}`)] : [],
      phone: row.phoneCipher && this.crypto.decryptField(row.phoneCipher, `staff.phone:${id}`),
    };
  }
}
