import { Injectable } from '@nestjs/common';
import { DataSource, In, type FindOptionsWhere } from 'typeorm';
import { APPRAISAL_QUESTIONS, LEAST_ANSWERS, isAppraisalQuestion } from '@hall/shared/appraisal/appraisal.rules';
import { APPRAISAL_LABELS } from '@hall/shared/appraisal/appraisal.moves';
import { bandLabel, goodWords, type AppraisalFigure } from '@hall/shared/appraisal/figure.rules';
import { dayLabel, dayOf, type Day } from '@hall/shared/kernel/day';
import { LEAST_TOLD } from '@hall/shared/rating/published-figures.rules';
import { RATING_LEVELS } from '@hall/shared/rating/rating.rules';
import type { ResidentActor, StaffActor } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { DutyRoster } from '../duty/duty-roster.ts';
import { Halls } from '../hall/halls.ts';
import { People } from '../identity/people.ts';
import { AppraisalAnswers } from './appraisal-answers.service.ts';
import { AppraisalPeople } from './appraisal-people.ts';
import type { AppraisalDepartmentView, AppraisalFigureView, AppraisalRectificationView, AppraisalStandingView, AppraisalView, StaffAppraisalView } from './appraisal.dto.ts';
import { Appraisal, AppraisalRollEntry } from './appraisal.entity.ts';

const SHOWN = 24;
/** How many have answered is told in steps, so that nobody who watches sees one answer come. */
const STEP = 5;
const RECTIFICATION_LABELS = { owed: '等科室公布整改', overdue: '整改超期未公布', published: '整改已公布' } as const;

/** Appraisals as people see them. Nothing here reads the answers. */
@Injectable()
export class AppraisalQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly halls: Halls,
    private readonly staff: People,
    private readonly duty: DutyRoster,
    private readonly people: AppraisalPeople,
    private readonly answers: AppraisalAnswers,
    private readonly clock: Clock,
  ) {}

  /** The newest first. @throws NOT_FOUND when there is no such hall */
  async published(wished?: string): Promise<AppraisalView[]> {
    const { id: hallId } = await this.halls.hall(wished ?? (await this.halls.defaultHallId()));
    return this.views(await this.find({ hallId }));
  }

  /** @throws NOT_FOUND */
  async one(id: string): Promise<AppraisalView> {
    const [view] = await this.views(await this.find({ id }));
    if (!view) throw platformErrors.NOT_FOUND();
    return view;
  }

  async standing(actor: ResidentActor, id: string): Promise<AppraisalStandingView> {
    const [appraisal, { answered, refused, token }] = [await this.one(id), await this.answers.standing(actor, id)];
    return { appraisal, levels: RATING_LEVELS.map(({ level, label }) => ({ code: String(level), label })), mayAnswer: refused === null, answered, why: refused?.title ?? null, whyCode: refused?.code ?? null, token };
  }

  async ofHall(actor: StaffActor): Promise<StaffAppraisalView[]> {
    return this.staffViews(actor, await this.find({ hallId: actor.hallId }));
  }

  /** @throws NOT_FOUND also when it is another hall's */
  async ofStaff(actor: StaffActor, id: string): Promise<StaffAppraisalView> {
    const [view] = await this.staffViews(actor, await this.find({ id, hallId: actor.hallId }));
    if (!view) throw platformErrors.NOT_FOUND();
    return view;
  }

  /** How many people each department could be appraised by today. */
  async departments({ hallId }: StaffActor): Promise<AppraisalDepartmentView[]> {
    const [departments, today] = [await this.halls.departments(hallId), dayOf(this.clock.now())];
    const running = new Set((await this.dataSource.manager.findBy(Appraisal, { openKey: In(departments.map(({ id }) => id)) })).map(({ departmentId }) => departmentId));
    const views: AppraisalDepartmentView[] = [];
    for (const { id, name } of departments) views.push({ id, name, people: (await this.people.of(hallId, id, today)).size, running: running.has(id) });
    return views;
  }

  private find(where: FindOptionsWhere<Appraisal>): Promise<Appraisal[]> {
    return this.dataSource.manager.find(Appraisal, { where, order: { openedAt: 'DESC' }, take: SHOWN });
  }

  private async staffViews(actor: StaffActor, rows: readonly Appraisal[]): Promise<StaffAppraisalView[]> {
    const views = await this.views(rows);
    const here = new Set((await this.staff.staffOf(actor.hallId)).map(({ id }) => id));
    const names = await this.staff.staffNames(rows.flatMap(({ openedBy, ownerId }) => [openedBy, ...(ownerId === null ? [] : [ownerId])]));
    const mine = new Set(await this.duty.actsFor(actor.hallId, actor.id, this.clock.now()));
    const mayOpen = actor.permissions.has('appraisal.open');
    return Promise.all(rows.map(async (row, at) => {
      const owes = row.ownerId !== null && here.has(row.ownerId) ? mine.has(row.ownerId) : mayOpen;
      return {
        ...views[at]!, answered: mayOpen ? await this.turnout(row) : null, openedByName: names.get(row.openedBy) ?? '', ownerName: row.ownerId === null ? null : names.get(row.ownerId) ?? null,
        actions: row.state === 'counted' && owes ? ['rectify'] : [], version: row.version,
      };
    }));
  }

  private async turnout({ id, state, answers }: Appraisal): Promise<number | null> {
    if (state !== 'asking') return answers;
    const exact = await this.dataSource.manager.countBy(AppraisalRollEntry, { appraisalId: id });
    return exact < STEP ? null : exact - (exact % STEP);
  }

  private async views(rows: readonly Appraisal[]): Promise<AppraisalView[]> {
    const names = new Map<string, string>();
    for (const hallId of new Set(rows.map((row) => row.hallId))) for (const { id, name } of await this.halls.departments(hallId, 'all')) names.set(id, name);
    const today = dayOf(this.clock.now());
    return rows.map((row) => ({
      id: row.id, code: row.code, departmentId: row.departmentId, departmentName: names.get(row.departmentId) ?? '', state: row.state, stateLabel: APPRAISAL_LABELS[row.state], openedOn: row.openedOn, closesOn: row.closesOn,
      population: row.population, invited: row.invited, answers: row.answers, sentence: sentenceOf(row), questions: row.questions.filter(isAppraisalQuestion).map((key) => ({ key, ...APPRAISAL_QUESTIONS[key] })),
      figures: (row.figures ?? []).map(figureView), rectification: rectificationView(row, today),
    }));
  }
}

function sentenceOf({ state, population, invited, answers, closesOn }: Appraisal): string {
  if (state === 'opened') return `近来办过事的 ${population} 人里，今晚封账以后抽签，抽到谁由封账的根决定。`;
  if (state === 'asking') return `从 ${population} 人里抽了 ${invited} 人，${dayLabel(closesOn)}截止。截止以前谁也看不到结果。`;
  if (answers === null) return `评议的不足 ${LEAST_ANSWERS} 人，公布会认出人来，所以没有结果。`;
  return answers < 2 * LEAST_TOLD ? `${invited} 人里有 ${answers} 人评议，人数太少，只公布份数。` : `从 ${population} 人里抽了 ${invited} 人，${answers} 人评议。不足 ${LEAST_TOLD} 人的档合在一起。`;
}

function figureView(figure: AppraisalFigure): AppraisalFigureView {
  const { question, bands } = figure;
  return {
    question, title: isAppraisalQuestion(question) ? APPRAISAL_QUESTIONS[question].title : question, good: goodWords(figure),
    bands: bands.map((band) => ({ from: band[0], to: band[1], label: bandLabel(band), count: band[2] })).reverse(),
  };
}

function rectificationView({ state, dueOn, rectification, rectifiedOn }: Appraisal, today: Day): AppraisalRectificationView | null {
  if (state !== 'counted' && state !== 'rectified') return null;
  const passed = (day: Day) => dueOn !== null && day > dueOn;
  const now = state === 'rectified' ? 'published' : passed(today) ? 'overdue' : 'owed';
  return { state: now, stateLabel: RECTIFICATION_LABELS[now], dueOn, text: rectification, publishedOn: rectifiedOn, late: rectifiedOn !== null && passed(rectifiedOn) };
}
