import { Injectable } from '@nestjs/common';
import { Brackets, DataSource, type SelectQueryBuilder } from 'typeorm';
import { clockOf, dayOf } from '@hall/shared/kernel/day';
import { permissionsOf } from '@hall/shared/identity/permissions';
import { OPEN_SUGGESTION_STATES } from '@hall/shared/suggestion/suggestion.moves';
import { SIMILAR_FROM, likeness, pairsOf } from '@hall/shared/suggestion/suggestion.rules';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { writeTable } from '../../platform/paper/table.workbook.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import { Halls } from '../hall/halls.ts';
import { People } from '../identity/people.ts';
import { StaffCards, refOf } from './staff-cards.ts';
import { SUGGESTION_SCOPES, type StaffSuggestionCard, type StaffSuggestionPage, type StaffSuggestionQuery, type SuggestionOwnerView, type SuggestionRefView, type SuggestionScope } from './suggestion-staff.dto.ts';
import { SuggestionDesk } from './suggestion-desk.ts';
import { SuggestionWords } from './suggestion-words.ts';
import { Suggestion } from './suggestion.entity.ts';

const A_PAGE = 50;
/** More are not read through one by one: a search in sealed words opens each. */
const MOST_OPENED = 2_000;
const MOST_SHEET = 2_000;
const MOST_SIMILAR = 6;
const WAITING_FOR_OWNER = ['assigned', 'taken', 'planned', 'reopened'] as const;

/** The post as staff see it. */
@Injectable()
export class StaffSuggestions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly halls: Halls,
    private readonly people: People,
    private readonly clock: Clock,
    private readonly desk: SuggestionDesk,
    private readonly words: SuggestionWords,
    private readonly cards: StaffCards,
  ) {}

  async page(actor: StaffActor, query: StaffSuggestionQuery): Promise<StaffSuggestionPage> {
    const all = await this.found(actor, query);
    const from = (Number(query.page ?? 1) - 1) * A_PAGE;
    const scopes = SUGGESTION_SCOPES.filter((scope) => scope === 'mine' || this.desk.seesAll(actor));
    const hands = await this.handsOf(actor);
    const counts = await Promise.all(scopes.map(async (scope) => ({ scope, count: scope === 'overdue' ? (await this.overdueIds(actor, hands)).length : await countOf(await this.scoped(actor, scope, hands)) })));
    return { items: await this.cards.of(all.slice(from, from + A_PAGE)), total: all.length, counts };
  }

  /** The same list as a sheet. Each download is written down. */
  async workbook(actor: StaffActor, query: StaffSuggestionQuery): Promise<{ name: string; bytes: Buffer }> {
    const rows = await this.cards.of((await this.found(actor, query)).slice(0, MOST_SHEET));
    const [{ name }, now] = [await this.halls.hall(actor.hallId), this.clock.now()];
    const bytes = await writeTable({
      sheet: '意见', title: `${name} 意见清单`, note: `截至 ${dayOf(now)} ${clockOf(now)}，共 ${rows.length} 条`, createdAt: now, creator: name,
      columns: [['编号', 14], ['收到', 12], ['来源', 10], ['类别', 12], ['状态', 12], ['内容', 60], ['承办人', 12], ['下一环节', 16], ['到期', 18], ['超期工作日', 12], ['公开', 10], ['同感人数', 10]],
      rows: rows.map((row) => [row.number, row.receivedOn, wayOf(row), row.topicLabel, row.stateLabel, row.excerpt, row.ownerName ?? '', row.due?.stepLabel ?? '', dueWords(row), row.due?.daysLate ?? 0, row.visibilityLabel, row.supporters]),
    });
    await this.unitOfWork.run(actor, (work) => {
      work.audit('suggestion.download', null, { rows: rows.length });
      return Promise.resolve();
    });
    return { name: `yijian-${dayOf(now)}`, bytes };
  }

  /** Who may be given one, and how much each has in hand. */
  async owners(actor: StaffActor): Promise<SuggestionOwnerView[]> {
    const [staff, departments, open] = await Promise.all([
      this.people.staffOf(actor.hallId), this.halls.departments(actor.hallId),
      this.dataSource.manager.createQueryBuilder(Suggestion, 's').select('s.ownerId', 'owner').addSelect('COUNT(*)', 'open').where('s.hallId = :hallId AND s.state IN (:...states)', { hallId: actor.hallId, states: [...WAITING_FOR_OWNER] }).groupBy('s.ownerId').getRawMany<{ owner: string; open: number | string }>(),
    ]);
    return staff.filter(({ roles }) => permissionsOf(roles).includes('suggestion.answer')).map(({ id, name, post, departmentId }) => ({
      id, name, post, departmentName: departments.find((each) => each.id === departmentId)?.name ?? null, open: Number(open.find(({ owner }) => owner === id)?.open ?? 0),
    }));
  }

  /** Others of the hall still worked on that say much the same in their originals: candidates to join this one to. */
  async similar(actor: StaffActor, id: string): Promise<SuggestionRefView[]> {
    const { row } = await this.desk.read(actor, id);
    const others = await this.dataSource.manager.createQueryBuilder(Suggestion, 's').where('s.hallId = :hallId AND s.id <> :id AND s.mergedIntoId IS NULL AND s.state IN (:...states)', { hallId: actor.hallId, id, states: [...OPEN_SUGGESTION_STATES] }).orderBy('s.receivedOn', 'DESC').take(MOST_OPENED).getMany();
    const mine = pairsOf(this.words.text(row));
    return others.map((other) => ({ other, alike: likeness(mine, pairsOf(this.words.text(other))) })).filter(({ alike }) => alike >= SIMILAR_FROM).sort((a, b) => b.alike - a.alike).slice(0, MOST_SIMILAR).map(({ other }) => refOf(other, this.words));
  }

  /** Those it may show, in the order asked for; sorted by due day and searched in sealed words, they are all looked at. */
  private async found(actor: StaffActor, { scope = 'open', state, topic, identity, ownerId, q = '', sort = 'newest' }: StaffSuggestionQuery): Promise<Suggestion[]> {
    const query = await this.scoped(actor, scope, await this.handsOf(actor));
    if (state) query.andWhere('s.state = :state', { state });
    if (topic) query.andWhere('s.topic = :topic', { topic });
    if (ownerId) query.andWhere('s.ownerId = :ownerId', { ownerId });
    if (identity === 'paper') query.andWhere("s.way = 'paper'");
    else if (identity) query.andWhere("s.identity = :identity AND s.way = 'online'", { identity });
    if (sort === 'supporters') query.orderBy('s.supporters', 'DESC');
    query.addOrderBy('s.receivedOn', sort === 'oldest' ? 'ASC' : 'DESC').addOrderBy('s.id', 'ASC');
    const rows = await query.take(MOST_OPENED).getMany();
    const sought = q.trim().toLowerCase();
    const matching = sought === '' ? rows : rows.filter((row) => row.number.toLowerCase().includes(sought) || (row.publicText ?? '').toLowerCase().includes(sought) || this.words.text(row).toLowerCase().includes(sought));
    return sort === 'due' ? this.byDue(matching) : matching;
  }

  private async byDue(rows: Suggestion[]): Promise<Suggestion[]> {
    const due = await this.cards.dueAt(rows.map(({ id }) => id));
    const at = ({ id }: Suggestion): number => due.get(id) ?? Number.MAX_SAFE_INTEGER;
    return rows.sort((a, b) => at(a) - at(b) || (a.id < b.id ? -1 : 1));
  }

  private async handsOf(actor: StaffActor): Promise<Hands> {
    const staffIds = await this.desk.hands(actor);
    return { staffIds, planned: await this.desk.plannedBy(staffIds) };
  }

  private async scoped(actor: StaffActor, scope: SuggestionScope, hands: Hands): Promise<SelectQueryBuilder<Suggestion>> {
    const query = this.dataSource.manager.createQueryBuilder(Suggestion, 's').where('s.hallId = :hallId', { hallId: actor.hallId });
    const inHand = () => query.andWhere(new Brackets((either) => {
      either.where('s.ownerId IN (:...staffIds)', { staffIds: hands.staffIds });
      if (hands.planned.length > 0) either.orWhere('s.id IN (:...planned)', { planned: hands.planned });
    }));
    if (!this.desk.seesAll(actor)) inHand();
    switch (scope) {
      case 'mine': return inHand().andWhere("s.state IN ('assigned', 'taken', 'planned', 'replied', 'confirmed', 'reopened')");
      case 'triage': return query.andWhere("s.state IN ('submitted', 'accepted')");
      case 'review': return query.andWhere("s.verdict = 'doubtful' AND s.state <> 'withdrawn'");
      case 'approve': return among(query, await this.desk.toApprove());
      case 'waiting': return query.andWhere("s.state IN ('replied', 'confirmed')");
      case 'open': return query.andWhere('s.state IN (:...open)', { open: [...OPEN_SUGGESTION_STATES] });
      case 'overdue': return among(query, await this.overdueIds(actor, hands));
      default: return query;
    }
  }

  private async overdueIds(actor: StaffActor, hands: Hands): Promise<string[]> {
    return this.cards.overdueIds(actor.hallId, this.desk.seesAll(actor) ? null : hands.staffIds);
  }
}

interface Hands { staffIds: string[]; planned: string[] }

/** `getCount` would sort the ids out to be distinct, which they are. */
const countOf = async (query: SelectQueryBuilder<Suggestion>) => Number((await query.select('COUNT(*)', 'n').getRawOne<{ n: number | string }>())!.n);
const among = (query: SelectQueryBuilder<Suggestion>, ids: readonly string[]) => (ids.length === 0 ? query.andWhere('1 = 0') : query.andWhere('s.id IN (:...ids)', { ids: [...ids] }));
const wayOf = ({ way, identity }: StaffSuggestionCard): string => (way === 'paper' ? '意见箱' : identity === 'named' ? '实名' : '匿名');
const dueWords = ({ due }: StaffSuggestionCard): string => (due?.dueAt ? `${dayOf(due.dueAt)} ${clockOf(due.dueAt)}` : '');
