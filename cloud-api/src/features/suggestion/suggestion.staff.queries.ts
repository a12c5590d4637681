import { Injectable } from '@nestjs/common';
import { Brackets, DataSource, type SelectQueryBuilder } from 'typeorm';
import { MOST_COUNTED } from '@hall/shared/kernel/counting';
import { clockOf, dayOf } from '@hall/shared/kernel/day';
import { permissionsOf } from '@hall/shared/identity/permissions';
import { OPEN_SUGGESTION_STATES } from '@hall/shared/suggestion/suggestion.moves';
import { SIMILAR_FROM, likeness, pairsOf } from '@hall/shared/suggestion/suggestion.rules';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { writeTable } from '../../platform/paper/table.workbook.ts';
import { countUpTo } from '../../platform/persistence/count-up-to.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import { Halls } from '../hall/halls.ts';
import { People } from '../identity/people.ts';
import { StaffCards, refOf } from './staff-cards.ts';
import { SUGGESTION_SCOPES, type StaffSuggestionCard, type StaffSuggestionPage, type StaffSuggestionQuery, type SuggestionOwnerView, type SuggestionRefView, type SuggestionScope } from './suggestion-staff.dto.ts';
import { SuggestionDesk } from './suggestion-desk.ts';
import { SuggestionParts } from './suggestion-parts.ts';
import { SuggestionWords } from './suggestion-words.ts';
import { Suggestion } from './suggestion.entity.ts';

const A_PAGE = 50;
/** A list goes no further back: a search in sealed words opens each. Whoever looks for older ones narrows it down. */
const MOST_OPENED = 2_000;
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
    private readonly parts: SuggestionParts,
  ) {}

  async page(actor: StaffActor, query: StaffSuggestionQuery): Promise<StaffSuggestionPage> {
    const hands = await this.handsOf(actor);
    const { rows, total } = await this.found(actor, query, hands, { from: (Number(query.page ?? 1) - 1) * A_PAGE, most: A_PAGE });
    const scopes = SUGGESTION_SCOPES.filter((scope) => scope === 'mine' || this.desk.seesAll(actor));
    const counts = await Promise.all(scopes.map(async (scope) => ({ scope, count: await countUpTo(await this.scoped(actor, scope, hands), MOST_COUNTED) })));
    return { items: await this.cards.of(rows), total, counts };
  }

  /** The same list as a sheet. Each download is written down. */
  async workbook(actor: StaffActor, query: StaffSuggestionQuery): Promise<{ name: string; bytes: Buffer }> {
    const rows = await this.cards.of((await this.found(actor, query, await this.handsOf(actor), { from: 0, most: MOST_OPENED })).rows);
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

  /** Part of those it may show, in the order asked for, and how many there are. Sorted by due day or searched in sealed words, all are looked at, but only the part is drawn. */
  private async found(actor: StaffActor, asked: StaffSuggestionQuery, hands: Hands, { from, most }: { from: number; most: number }): Promise<{ rows: Suggestion[]; total: number }> {
    const query = await this.asked(actor, asked, hands);
    const sought = (asked.q ?? '').trim().toLowerCase();
    if (sought === '' && asked.sort !== 'due') return { rows: await query.clone().skip(from).take(most).getMany(), total: await countUpTo(query, MOST_OPENED) };
    query.select('s.id', 'id').limit(MOST_OPENED);
    if (sought !== '') query.addSelect('s.number', 'number').addSelect('s.publicText', 'publicText').addSelect('s.textCipher', 'textCipher');
    const read = await query.getRawMany<Pick<Suggestion, 'id' | 'number' | 'publicText' | 'textCipher'>>();
    const holds = (words: string) => words.toLowerCase().includes(sought);
    const ids = read.filter((row) => sought === '' || holds(row.number) || holds(row.publicText ?? '') || holds(this.words.text(row))).map(({ id }) => id);
    const shown = (asked.sort === 'due' ? await this.byDue(ids) : ids).slice(from, from + most);
    const rows = new Map((await this.parts.rows(shown)).map((row) => [row.id, row]));
    return { rows: shown.flatMap((id) => rows.get(id) ?? []), total: ids.length };
  }

  /** What is asked for, in the order asked for, ties broken the same way throughout, so that the database can read along an index. */
  private async asked(actor: StaffActor, { scope = 'open', state, topic, identity, ownerId, sort = 'newest' }: StaffSuggestionQuery, hands: Hands): Promise<SelectQueryBuilder<Suggestion>> {
    const query = await this.scoped(actor, scope, hands);
    if (state) query.andWhere('s.state = :state', { state });
    if (topic) query.andWhere('s.topic = :topic', { topic });
    if (ownerId) query.andWhere('s.ownerId = :ownerId', { ownerId });
    if (identity === 'paper') query.andWhere("s.way = 'paper'");
    else if (identity) query.andWhere("s.identity = :identity AND s.way = 'online'", { identity });
    const way = sort === 'oldest' ? 'ASC' : 'DESC';
    if (sort === 'supporters') query.orderBy('s.supporters', way);
    return query.addOrderBy('s.receivedOn', way).addOrderBy('s.id', way);
  }

  private async byDue(ids: readonly string[]): Promise<string[]> {
    const due = await this.cards.dueAt(ids);
    const at = (id: string): number => due.get(id) ?? Number.MAX_SAFE_INTEGER;
    return [...ids].sort((a, b) => at(a) - at(b) || (a < b ? -1 : 1));
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

const among = (query: SelectQueryBuilder<Suggestion>, ids: readonly string[]) => (ids.length === 0 ? query.andWhere('1 = 0') : query.andWhere('s.id IN (:...ids)', { ids: [...ids] }));
const wayOf = ({ way, identity }: StaffSuggestionCard): string => (way === 'paper' ? '意见箱' : identity === 'named' ? '实名' : '匿名');
const dueWords = ({ due }: StaffSuggestionCard): string => (due?.dueAt ? `${dayOf(due.dueAt)} ${clockOf(due.dueAt)}` : '');
