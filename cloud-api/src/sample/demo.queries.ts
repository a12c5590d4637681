import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { dayOf } from '@hall/shared/kernel/day';
import { Staff } from '../features/identity/staff.entity.ts';
import { Clock } from '../platform/clock/clock.ts';
import { CryptoPort } from '../platform/crypto/crypto.port.ts';
import { Totp } from '../platform/crypto/totp.ts';
import { DemoInboxSms } from '../platform/sms/demo-inbox.sms.ts';
import { SmsPort } from '../platform/sms/sms.port.ts';
import { DEMO_PERSONS } from './demo-persons.ts';
import type { DemoMessageList, DemoPersonList, DemoStaffList } from './sample.dto.ts';
import { DEMO_PASSWORD, SAMPLE_STAFF } from './sample-hall.ts';
import { syntheticPerson } from './synthetic-people.ts';

@Injectable()
export class DemoQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly crypto: CryptoPort,
    private readonly totp: Totp,
    private readonly sms: SmsPort,
    private readonly clock: Clock,
  ) {}

  persons(): Promise<DemoPersonList> {
    const today = dayOf(this.clock.now());
    return Promise.resolve({ items: DEMO_PERSONS.map(({ key, number, age, story }) => ({ key, name: syntheticPerson(number, age, today).name, story })) });
  }

  async staff(): Promise<DemoStaffList> {
    const rows = await this.dataSource.manager.find(Staff);
    return {
      items: SAMPLE_STAFF.flatMap((sample) => {
        const row = rows.find((staff) => staff.userName === sample.userName);
        if (!row?.totpSecretCipher) return [];
        const totp = this.totp.codeAt(this.crypto.decryptField(row.totpSecretCipher, `staff.totp:${row.id}`));
        return [{ userName: row.userName, password: DEMO_PASSWORD, name: row.name, role: `${row.userName} · ${row.post}`, totp }];
      }),
    };
  }

  inbox(): DemoMessageList {
    return { items: this.sms instanceof DemoInboxSms ? [...this.sms.list()] : [] };
  }
}
