import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { dayOf } from '@hall/shared/kernel/day';
import { limitParts } from '@hall/shared/lights/limit-text.rules';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { newId } from '../../platform/persistence/new-id.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import { Halls } from '../hall/halls.ts';
import { Matters, type MatterFacts } from '../matters/matters.ts';
import type { MatterDutyInput } from './lights-staff.dto.ts';
import type { LightDutyView } from './lights.dto.ts';
import { MatterDuty } from './lights.entity.ts';
import { lightsErrors } from './lights.errors.ts';

/** 亮职责: what each department answers for, and within what time. All but whose it is comes from the matter itself. */
@Injectable()
export class Duties {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly halls: Halls,
    private readonly matters: Matters,
    private readonly clock: Clock,
  ) {
    matters.touchedFrom(async ({ id }, hallId) => ((await this.owners(hallId)).has(id) ? [] : ['还没有定由哪个科室负责：请在“四亮公示”的职责分工里定下来']));
  }

  /** The matters in force today by department; those without one under null. */
  async byDepartment(hallId: string): Promise<Map<string | null, LightDutyView[]>> {
    const [matters, windows, owners] = await Promise.all([this.matters.inForce(dayOf(this.clock.now())), this.halls.windows(hallId), this.owners(hallId)]);
    const found = new Map<string | null, LightDutyView[]>();
    for (const matter of matters) {
      const department = owners.get(matter.id) ?? null;
      found.set(department, [...(found.get(department) ?? []), dutyOf(matter, windows.filter(({ skills }) => skills.includes(matter.id)).map(({ label }) => label))]);
    }
    return found;
  }

  /** Which department answers for each matter that one was named for. */
  async owners(hallId: string): Promise<Map<string, string>> {
    return new Map((await this.dataSource.manager.findBy(MatterDuty, { hallId })).map(({ matterId, departmentId }) => [matterId, departmentId]));
  }

  /** @param departmentId null takes the name back @throws DUTY_MATTER_UNKNOWN */
  async assign(actor: StaffActor, { matterId, departmentId }: MatterDutyInput): Promise<void> {
    const [matters, departments] = await Promise.all([this.matters.inForce(dayOf(this.clock.now())), this.halls.departments(actor.hallId)]);
    if (!matters.some(({ id }) => id === matterId) || (departmentId !== null && !departments.some(({ id }) => id === departmentId))) throw lightsErrors.DUTY_MATTER_UNKNOWN();
    await this.unitOfWork.run(actor, async (work) => {
      await this.halls.hold(work, actor.hallId);
      const row = await work.findOne(MatterDuty, { hallId: actor.hallId, matterId });
      if (departmentId === null) await work.execute('DELETE FROM matter_duty WHERE hall_id = ? AND matter_id = ?', [actor.hallId, matterId]);
      else if (row) await work.change(MatterDuty, row, { departmentId });
      else await work.add(MatterDuty, { id: newId(), hallId: actor.hallId, matterId, departmentId });
      work.audit('lights.duty', matterId, { departmentId });
    });
  }
}

function dutyOf({ id, name, statutoryLimit, promisedLimit, materials }: MatterFacts, windows: string[]): LightDutyView {
  const statutory = limitParts(statutoryLimit);
  const promised = limitParts(promisedLimit);
  return {
    matterId: id, name, statutory: statutory?.limit ?? null, basis: statutory?.basis ?? promised?.basis ?? null, promised: promised?.limit ?? null,
    windows, materials: materials.filter(({ dataShared }) => !dataShared).length,
  };
}
