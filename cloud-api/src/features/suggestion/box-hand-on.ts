import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { decideBoxOpening } from '@hall/shared/suggestion/box.moves';
import { dayOf } from '@hall/shared/kernel/day';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { Halls } from '../hall/halls.ts';
import { BoxOpening } from './box.entity.ts';
import { OPENING_SUBJECT } from './box.service.ts';

/** Whoever began to open the box and waits for the second steps back when they leave: two others open it. Any other opening is nobody's alone. */
@Injectable()
export class BoxHandOn implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly halls: Halls,
  ) {}

  onModuleInit(): void {
    const { registry } = this.halls.plans;
    registry.worksFrom(async (hallId, staffId) => {
      const begun = await this.dataSource.manager.find(BoxOpening, { where: { hallId, firstId: staffId, state: 'begun' } });
      return begun.map(({ id, plannedFor }) => ({ text: `${plannedFor} 开启意见箱，等第二人确认`, subject: { kind: OPENING_SUBJECT, id } }));
    });
    registry.handedOnBy(OPENING_SUBJECT, {
      needs: null,
      letGo: async (work, actor, { subjectId, fromId }) => {
        const row = await work.lock(BoxOpening, subjectId);
        const verdict = decideBoxOpening('step-back', { ...row, byId: fromId, today: dayOf(work.now) });
        if (row.hallId !== actor.hallId || !verdict.ok) throw platformErrors.NOT_FOUND();
        await work.change(BoxOpening, row, { firstId: null, begunAt: null, state: verdict.value });
        work.audit('box.step-back', row.id, { inNameOf: fromId });
      },
    });
  }
}
