import { Injectable } from '@nestjs/common';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import type { ResidentActor, StaffActor } from '../../platform/auth/actor.ts';
import { Cases } from '../enrolment/cases.ts';

/** Whether the cases behind a visit are reviewed and complete, which opens express slots to it. */
@Injectable()
export class CaseReadiness {
  constructor(private readonly cases: Cases) {}

  /** One without a case is not ready: nobody has looked at it. */
  async allReady(applicationIds: readonly (string | null)[]): Promise<boolean> {
    const ids = applicationIds.flatMap((id) => id ?? []);
    if (ids.length === 0 || ids.length < applicationIds.length) return false;
    const cases = await this.cases.factsOf(ids);
    return ids.every((id) => cases.get(id)?.state === 'ready');
  }

  /** The same for one case somebody names while looking at slots. @throws NOT_FOUND when it is not theirs */
  async isReady(actor: ResidentActor | StaffActor, applicationId: string | undefined): Promise<boolean> {
    if (applicationId === undefined) return false;
    const found = (await this.cases.factsOf([applicationId])).get(applicationId);
    if (!found || (actor.kind === 'staff' ? found.hallId !== actor.hallId : found.residentId !== actor.id)) throw platformErrors.NOT_FOUND();
    return found.state === 'ready';
  }
}
