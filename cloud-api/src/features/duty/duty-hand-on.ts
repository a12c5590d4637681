import { Injectable, type OnModuleInit } from '@nestjs/common';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { Halls } from '../hall/halls.ts';
import { workHandedOn } from '../hall/house.events.ts';
import { DutyShift } from './duty.entity.ts';
import { DutyRoster } from './duty-roster.ts';

const SHIFT_SUBJECT = 'duty-shift';

/** The coming days somebody who leaves was to lead pass to a colleague, day by day; a day already begun is handed over in its own room. */
@Injectable()
export class DutyHandOn implements OnModuleInit {
  constructor(
    private readonly halls: Halls,
    private readonly roster: DutyRoster,
  ) {}

  onModuleInit(): void {
    const { registry } = this.halls.plans;
    registry.worksFrom(async (hallId, staffId) => (await this.roster.shiftsAhead(hallId, staffId)).map(({ id, day, state }) =>
      state === 'planned' ? { text: `${day} 带班`, subject: { kind: SHIFT_SUBJECT, id } } : { text: `${day} 带班，已经签到：请先在“带班”里交班`, subject: null }));
    registry.handedOnBy(SHIFT_SUBJECT, {
      // Whoever leads the hall is told what is late: those who may stand on the roster are those who read it.
      needs: 'deadline.read',
      hand: async (work, actor, { subjectId, fromId, to }) => {
        const row = await work.lock(DutyShift, subjectId);
        if (row.hallId !== actor.hallId || row.leaderId !== fromId || row.state !== 'planned') throw platformErrors.NOT_FOUND();
        await work.change(DutyShift, row, { leaderId: to.id });
        work.audit('duty.hand-on', row.id, { day: row.day, leaderId: to.id });
        work.emit(workHandedOn, { hallId: actor.hallId, staffId: to.id, subjectKind: SHIFT_SUBJECT, subjectId: row.id });
      },
    });
  }
}
