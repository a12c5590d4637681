import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { Settings } from '../../platform/config/settings.ts';
import { Halls } from '../hall/halls.ts';
import type { StaffMeView } from './identity.dto.ts';
import { Staff } from './staff.entity.ts';
import { portraitUrl } from './staff-portraits.ts';

@Injectable()
export class StaffQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly halls: Halls,
    private readonly settings: Settings,
  ) {}

  /** Who is signed in at this console, and how the day begins. */
  async me(actor: StaffActor): Promise<StaffMeView> {
    const [staff, hall, window, leader] = await Promise.all([this.dataSource.manager.findOneByOrFail(Staff, { id: actor.id }), this.halls.hall(actor.hallId), this.halls.windowOf(actor.id), this.halls.leaderToday(actor.hallId)]);
    return {
      id: staff.id, name: staff.name, badgeNumber: staff.badgeNumber, post: staff.post, departmentName: staff.departmentId ? await this.halls.departmentName(staff.departmentId) : '',
      photoUrl: portraitUrl(staff), permissions: [...actor.permissions], hallId: hall.id, hallName: hall.name, windowId: window?.id ?? null, motto: hall.motto, smile: hall.smile,
      dutyLeader: leader?.line ?? null, dutyPhotoUrl: leader?.photoUrl ?? null, demo: this.settings.isDemo, idleLockSeconds: 60 * (await this.halls.setting(hall.id, 'console.idle-lock-minutes')),
    };
  }
}
