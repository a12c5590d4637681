import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DEADLINE_CODES, basisText, ruleOn, ruleProblems, type DeadlineCode, type DeadlineRule, type RuleVersion } from '@hall/shared/deadline/deadline.rules';
import { dayOf, type Day } from '@hall/shared/kernel/day';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { newId } from '../../platform/persistence/new-id.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { DeadlineRuleVersion } from './deadline.entity.ts';
import { deadlineErrors } from './deadlines.errors.ts';
import type { DeadlineRuleInput, DeadlineRuleView } from './deadlines.dto.ts';

const toVersion = (row: DeadlineRuleVersion): RuleVersion => ({ ...row, version: row.ruleVersion });

/** How long each thing may take: the catalogue, and what a hall has set instead from a day on. */
@Injectable()
export class DeadlineRules {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async on(hallId: string, code: DeadlineCode, day: Day): Promise<DeadlineRule> {
    return ruleOn(code, (await this.dataSource.manager.findBy(DeadlineRuleVersion, { hallId, code })).map(toVersion), day);
  }

  /** Every rule as it holds today, and the version that waits, if any. */
  async list(hallId: string): Promise<DeadlineRuleView[]> {
    const today = dayOf(this.clock.now());
    const versions = (await this.dataSource.manager.findBy(DeadlineRuleVersion, { hallId })).map(toVersion);
    return DEADLINE_CODES.map((code) => {
      const current = ruleOn(code, versions, today);
      const coming = versions.filter((each) => each.code === code && each.inForceFrom > today).sort((a, b) => b.version - a.version)[0];
      const { label, version, workingDays, warnDays, ladder, extensionDays, basis } = current;
      return {
        code, label, version, workingDays, warnDays, leaderAfter: ladder?.leaderAfter ?? null, directorAfter: ladder?.directorAfter ?? null, extensionDays, basis, basisText: basisText(current),
        coming: coming ? { version: coming.version, inForceFrom: coming.inForceFrom, workingDays: coming.workingDays, basisText: basisText(coming) } : null,
      };
    });
  }

  /** A new version from a later day on; what is owed already keeps the rule it began with. @throws DEADLINE_RULE_INVALID, STALE_VERSION */
  async set(actor: StaffActor, code: DeadlineCode, input: DeadlineRuleInput): Promise<DeadlineRuleView[]> {
    await this.unitOfWork.run(actor, (work) => this.write(work, actor, code, input));
    return this.list(actor.hallId);
  }

  private async write(work: Work, actor: StaffActor, code: DeadlineCode, input: DeadlineRuleInput): Promise<void> {
    const { inForceFrom, workingDays, warnDays, leaderAfter, directorAfter, extensionDays, basis } = input;
    const ladder = leaderAfter === null || directorAfter === null ? null : { leaderAfter, directorAfter };
    const fields = ruleProblems({ code, inForceFrom, workingDays, warnDays, ladder, extensionDays, basis }, dayOf(work.now));
    if ((leaderAfter === null) !== (directorAfter === null)) fields.push({ path: leaderAfter === null ? 'leaderAfter' : 'directorAfter', code: 'DEADLINE_RULE_INVALID', message: '要么两级都上报，要么都不上报' });
    if (fields.length > 0) throw deadlineErrors.DEADLINE_RULE_INVALID({ fields });
    const [last] = await work.rows<{ last: number | null }>('SELECT MAX(rule_version) AS last FROM deadline_rule WHERE hall_id = ? AND code = ?', [actor.hallId, code]);
    const ruleVersion = Number(last?.last ?? 0) + 1;
    const { affected } = await work.sql.insertIfAbsent(
      'deadline_rule (id, hall_id, code, rule_version, in_force_from, working_days, warn_days, ladder, extension_days, basis, set_by, set_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      [newId(), actor.hallId, code, ruleVersion, inForceFrom, workingDays, warnDays, ladder && JSON.stringify(ladder), extensionDays, basis.trim(), actor.id, work.now],
    );
    // Somebody else set it in this moment: what they set is worth a look first.
    if (affected === 0) throw platformErrors.STALE_VERSION();
    work.audit('deadline.set-rule', code, { version: ruleVersion, inForceFrom, workingDays });
  }
}
