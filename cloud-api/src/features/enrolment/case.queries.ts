import { Injectable } from '@nestjs/common';
import { DataSource, type FindOptionsWhere } from 'typeorm';
import { OPEN_APPLICATION_STATES, type ApplicationState } from '@hall/shared/enrolment/application.moves';
import { normaliseCitizenId } from '@hall/shared/kernel/citizen-id';
import { maskCitizenId, maskName } from '@hall/shared/kernel/masking';
import { normalisePhone } from '@hall/shared/kernel/phone';
import type { ResidentActor, StaffActor } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import { People } from '../identity/people.ts';
import { Matters } from '../matters/matters.ts';
import { Application } from './application.entity.ts';
import type { ApplicationCardView, ApplicationView } from './application.dto.ts';
import { CaseContent } from './case-content.ts';
import { CaseFiles } from './case-files.ts';
import { stateLabel } from './case-steps.ts';
import { CaseSurroundings } from './case-surroundings.ts';
import { CaseViews } from './case.views.ts';
import { enrolmentErrors } from './enrolment.errors.ts';
import type { CaseFindRequest, FoundCaseView, ReviewQueueView, StaffCaseView, UnmaskRequest } from './staff-case.dto.ts';

const MOST_ROWS = 200;
const MOST_FOUND = 20;

/** Reads of cases: one's own, a hall's queue, and finding somebody's at the window. */
/** A search names a person by exactly one of these. */
const FIND_KEYS = ['citizenId', 'phone', 'caseNumber', 'bookingReference'] as const;

@Injectable()
export class CaseQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly files: CaseFiles,
    private readonly views: CaseViews,
    private readonly content: CaseContent,
    private readonly surroundings: CaseSurroundings,
    private readonly matters: Matters,
    private readonly people: People,
    private readonly clock: Clock,
  ) {}

  /** Newest first. */
  async mine(actor: ResidentActor): Promise<ApplicationCardView[]> {
    const rows = await this.dataSource.manager.find(Application, { where: { residentId: actor.id }, order: { createdAt: 'DESC' }, take: 50 });
    const cards: ApplicationCardView[] = [];
    for (const row of rows) cards.push(await this.views.card(await this.files.open(row), actor));
    return cards;
  }

  async forResident(actor: ResidentActor, id: string): Promise<ApplicationView> {
    return this.views.forResident(await this.files.openFor(actor, id), actor);
  }

  /** Every look at a case is written down. */
  async forStaff(actor: StaffActor, id: string): Promise<StaffCaseView> {
    const view = await this.views.forStaff(await this.files.openFor(actor, id), actor);
    await this.unitOfWork.run(actor, (work) => {
      work.audit('case.read', id);
      return Promise.resolve();
    });
    return view;
  }

  /** Cases of the hall in one state, the oldest deadline first; those awaiting the calendar after them. */
  async reviewQueue(actor: StaffActor, state: ApplicationState = 'submitted'): Promise<ReviewQueueView> {
    const { manager } = this.dataSource;
    const total = await manager.countBy(Application, { hallId: actor.hallId, state });
    const rows = await manager.createQueryBuilder(Application, 'a')
      .where('a.hallId = :hallId AND a.state = :state', { hallId: actor.hallId, state })
      .orderBy('CASE WHEN a.dueAt IS NULL THEN 1 ELSE 0 END').addOrderBy('a.dueAt').addOrderBy('a.submittedAt').addOrderBy('a.id')
      .limit(MOST_ROWS).getMany();
    const visits = await this.surroundings.visitsOf(rows.map((row) => row.id));
    const names = await this.matterNames();
    const now = this.clock.now();
    const claimers = new Map<string, string>();
    for (const row of rows) if (row.claimedBy && (row.claimedUntil ?? 0) > now && !claimers.has(row.claimedBy)) claimers.set(row.claimedBy, await this.people.staffName(row.claimedBy));
    return {
      total,
      rows: rows.map((row) => {
        const claimStands = row.claimedBy !== null && (row.claimedUntil ?? 0) > now;
        return {
          id: row.id, caseNumber: row.caseNumber, matterName: names.get(row.matterId) ?? row.matterId, maskedName: maskName(this.content.answersOf(row).name ?? ''),
          submittedAt: row.submittedAt ?? row.createdAt, dueAt: row.dueAt, round: row.round, visitDay: visits.get(row.id)?.day ?? null,
          claimedBy: claimStands ? claimers.get(row.claimedBy!) ?? '' : null, claimedByMe: claimStands && row.claimedBy === actor.id, state: row.state, version: row.version,
        };
      }),
    };
  }

  /** Cases of the hall under one key, open ones first. That somebody looked, and by which key, is written down; the key itself is not. */
  async find(actor: StaffActor, wish: CaseFindRequest): Promise<FoundCaseView[]> {
    const given = Object.entries(wish).filter(([, value]) => typeof value === 'string' && value.trim() !== '');
    if (given.length !== 1) throw enrolmentErrors.CASE_FIND_ONE_KEY({ fields: FIND_KEYS.map((path) => ({ path, code: 'CASE_FIND_ONE_KEY', message: '身份证号、手机号、业务编号、预约码，只填其中一样' })) });
    const where = this.keyOf(wish);
    const rows = where ? await this.dataSource.manager.find(Application, { where: { hallId: actor.hallId, ...where }, order: { createdAt: 'DESC' }, take: MOST_FOUND }) : [];
    const also = await this.surroundings.alsoFound(actor, wish);
    await this.unitOfWork.run(actor, (work) => {
      work.audit('case.find', null, { by: given[0]![0], found: rows.length + also.length });
      return Promise.resolve();
    });
    const visits = await this.surroundings.visitsOf(rows.map((row) => row.id));
    const names = await this.matterNames();
    const ordered = [...rows].sort((a, b) => Number(OPEN_APPLICATION_STATES.includes(b.state)) - Number(OPEN_APPLICATION_STATES.includes(a.state)));
    return [
      ...ordered.map((row): FoundCaseView => {
        const { name = '', citizenId } = this.content.answersOf(row);
        return {
          kind: 'application', id: row.id, reference: null, label: names.get(row.matterId) ?? row.matterId, maskedName: maskName(name), maskedCitizenId: citizenId ? maskCitizenId(citizenId) : null,
          state: row.state, stateLabel: stateLabel(row.state), caseNumber: row.caseNumber, day: visits.get(row.id)?.day ?? null, actions: ['open'],
        };
      }),
      ...also,
    ];
  }

  /** One hidden value, to somebody who must see it; each time is written down. @throws UNMASK_EMPTY */
  async unmask(actor: StaffActor, id: string, field: UnmaskRequest['field']): Promise<string> {
    const row = await this.files.rowFor(actor, id);
    const value = this.content.answersOf(row)[field];
    if (!value) throw enrolmentErrors.UNMASK_EMPTY();
    await this.unitOfWork.run(actor, (work) => {
      work.audit('case.unmask', id, { field });
      return Promise.resolve();
    });
    return value;
  }

  private keyOf(wish: CaseFindRequest): FindOptionsWhere<Application> | null {
    if (wish.citizenId) return { citizenIndex: this.people.citizenIndex(normaliseCitizenId(wish.citizenId)) };
    if (wish.phone) return { phoneIndex: this.people.phoneIndex(normalisePhone(wish.phone)) };
    return wish.caseNumber ? { caseNumber: wish.caseNumber.trim() } : null;
  }

  private matterNames(): Promise<Map<string, string>> {
    return this.matters.names();
  }
}
