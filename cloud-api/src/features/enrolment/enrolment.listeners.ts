import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, MoreThan } from 'typeorm';
import { Clock } from '../../platform/clock/clock.ts';
import { Listeners } from '../../platform/events/listeners.ts';
import { deadlineMoved } from '../deadlines/deadlines.events.ts';
import { accountsMerged } from '../identity/identity.events.ts';
import { AUTHORITY_PICTURE } from '../identity/people.ts';
import { Halls } from '../hall/halls.ts';
import { Pictures } from '../pictures/pictures.service.ts';
import { Application } from './application.entity.ts';
import { CASE_SUBJECT } from './case-deadlines.ts';

/** Cases and their pictures follow their filler when two accounts of one person become one; a case lets its hall see who may act for whom. */
@Injectable()
export class EnrolmentListeners implements OnModuleInit {
  constructor(
    private readonly listeners: Listeners,
    private readonly pictures: Pictures,
    private readonly dataSource: DataSource,
    private readonly halls: Halls,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.halls.plans.registry.worksFrom(async (hallId, staffId) => {
      const claimed = await this.dataSource.manager.find(Application, { where: { hallId, claimedBy: staffId, claimedUntil: MoreThan(this.clock.now()) }, select: { id: true, caseNumber: true } });
      return claimed.map(({ id, caseNumber }) => ({ text: `正在预审 ${caseNumber ?? ''}，转交时放回`, subject: { kind: CASE_SUBJECT, id } }));
    });
    this.pictures.tiedBy(AUTHORITY_PICTURE, (hallId, { subjectId: relativeId, ownerResidentId: residentId }) =>
      residentId === null ? Promise.resolve(false) : this.dataSource.manager.existsBy(Application, { hallId, relativeId, residentId }));
    // The list of cases to review is sorted by its own column, which follows the deadline.
    this.listeners.on(deadlineMoved, 'enrolment.follow-deadline', async (work, { payload }) => {
      if (payload.subjectKind === CASE_SUBJECT && payload.step === 'review') await work.execute("UPDATE application SET due_at = ? WHERE id = ? AND state = 'submitted'", [payload.dueAt, payload.subjectId]);
    });
    this.listeners.on(accountsMerged, 'enrolment.follow-merge', async (work, { payload }) => {
      await work.execute('UPDATE application SET resident_id = ?, version = version + 1 WHERE resident_id = ?', [payload.intoResidentId, payload.fromResidentId]);
      await this.pictures.changeOwner(work, payload.fromResidentId, payload.intoResidentId);
    });
  }
}
