import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { ENQUIRY_STATE_LABELS, nextStepOf, offersOfEnquiry, type EnquiryActor } from '@hall/shared/enquiry/enquiry.moves';
import { TELLING_LABELS, type EnquiryTelling } from '@hall/shared/enquiry/enquiry.rules';
import { dayOf } from '@hall/shared/kernel/day';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import type { DeadlineView } from '../deadlines/deadlines.dto.ts';
import { Deadlines } from '../deadlines/deadlines.ts';
import { DutyRoster } from '../duty/duty-roster.ts';
import { Halls } from '../hall/halls.ts';
import { People } from '../identity/people.ts';
import { Pictures } from '../pictures/pictures.service.ts';
import { ENQUIRY_SUBJECT, EnquiryRecords, enquiryFacts } from './enquiry-records.ts';
import type { EnquiryCardView, EnquiryDueView, EnquiryStepView, EnquiryView } from './enquiry.dto.ts';
import { Enquiry, EnquiryStep, EnquiryTransfer, type EnquiryStepKind } from './enquiry.entity.ts';

const EXCERPT = 48;
const LEADER = '今天的带班领导';
const OPEN_CLOCKS: readonly DeadlineView['state'][] = ['running', 'paused', 'awaiting-calendar'];

/** Who works in a hall and which sections it has, read once for a page. */
export interface Names {
  staff(id: string | null): string | null;
  post(id: string | null): string | null;
  section(id: string | null): string | null;
  acting(id: string | null): string | null;
}

const STEP_LABELS: Record<EnquiryStepKind, string> = {
  ask: '提问', take: '接收', offer: '请同事接办', accept: '同意接办', decline: '没有接办', 'take-back': '收回转办', answer: '答复', correct: '补充更正', tell: '告知本人', confirm: '有帮助', 'ask-again': '追问', withdraw: '撤回',
};

/** A question as people see it: whoever asked, and staff alike. */
@Injectable()
export class EnquiryViews {
  constructor(
    private readonly dataSource: DataSource,
    private readonly records: EnquiryRecords,
    private readonly deadlines: Deadlines,
    private readonly roster: DutyRoster,
    private readonly people: People,
    private readonly halls: Halls,
    private readonly pictures: Pictures,
    private readonly clock: Clock,
  ) {}

  /** @param ids of whoever may be named who no longer works here */
  async names(hallId: string, ids: readonly (string | null)[] = []): Promise<Names> {
    const [staff, sections, acting, gone] = await Promise.all([
      this.people.staffOf(hallId), this.halls.departments(hallId), this.roster.actingOn(hallId, dayOf(this.clock.now())), this.people.staffNames(ids.filter((id): id is string => id !== null)),
    ]);
    const name = (id: string | null) => (id === null ? null : (staff.find((each) => each.id === id)?.name ?? gone.get(id) ?? null));
    return {
      staff: name, post: (id) => staff.find((each) => each.id === id)?.post ?? null, section: (id) => sections.find((each) => each.id === id)?.name ?? null,
      acting: (id) => (id === null || acting(id) === id ? null : name(acting(id))),
    };
  }

  /** What was asked first, of each. */
  async questions(ids: readonly string[]): Promise<Map<string, string>> {
    if (ids.length === 0) return new Map();
    const steps = await this.dataSource.manager.find(EnquiryStep, { where: { enquiryId: In([...ids]), position: 1 } });
    return new Map(steps.map((step) => [step.enquiryId, this.wordsOf(step) ?? '']));
  }

  async cards(rows: readonly Enquiry[], names: Names): Promise<EnquiryCardView[]> {
    const ids = rows.map(({ id }) => id);
    const [questions, deadlines] = await Promise.all([this.questions(ids), this.deadlines.of(ENQUIRY_SUBJECT, ids)]);
    return rows.map((row) => this.card(row, questions.get(row.id) ?? '', deadlines.get(row.id) ?? [], names));
  }

  async whole(row: Enquiry, transfer: EnquiryTransfer | null, by: readonly EnquiryActor[], reader?: StaffActor): Promise<{ view: EnquiryView; steps: EnquiryStep[]; deadlines: DeadlineView[] }> {
    const steps = await this.dataSource.manager.find(EnquiryStep, { where: { enquiryId: row.id }, order: { position: 'ASC' } });
    const [names, deadlines, pictures, hall] = await Promise.all([
      this.names(row.hallId, [row.ownerId, ...steps.flatMap((step) => [step.byId, step.inNameOf, step.toStaffId])]), this.deadlines.of(ENQUIRY_SUBJECT, [row.id], reader), this.pictures.of(ENQUIRY_SUBJECT, [row.id]), this.halls.hall(row.hallId),
    ]);
    const text = this.wordsOf(steps[0]!) ?? '';
    const own = deadlines.get(row.id) ?? [];
    const facts = enquiryFacts(row, transfer, by);
    return {
      steps, deadlines: own,
      view: {
        ...this.card(row, text, own, names), nextStep: nextStepOf(facts), text, ownerPost: names.post(row.ownerId), actingName: names.acting(row.ownerId), offeredTo: offeredTo(transfer, names), callPhone: hall.phone,
        pictures: pictures.map(({ id, width, height }) => ({ pictureId: id, width, height })), steps: steps.map((step) => this.stepView(step, names)), actions: offersOfEnquiry(facts),
      },
    };
  }

  wordsOf(step: EnquiryStep): string | null {
    return this.records.open(step.wordsCipher, 'words', step.id);
  }

  private card(row: Enquiry, text: string, deadlines: readonly DeadlineView[], names: Names): EnquiryCardView {
    const open = deadlines.find(({ state }) => OPEN_CLOCKS.includes(state));
    const letters = Array.from(text.replace(/\s+/g, ' ').trim());
    const { id, number, state, addressee, askedAt, changedAt, pictureCount, version } = row;
    return {
      id, number, state, stateLabel: ENQUIRY_STATE_LABELS[state], addressee, addresseeLabel: addressee === 'leader' ? LEADER : (names.section(row.departmentId) ?? '大厅'),
      excerpt: letters.length > EXCERPT ? `${letters.slice(0, EXCERPT).join('')}…` : letters.join(''), askedAt, changedAt, ownerName: names.staff(row.ownerId), due: open ? dueOf(open) : null, pictureCount, version,
    };
  }

  private stepView(step: EnquiryStep, names: Names): EnquiryStepView {
    const { kind, at, byKind, byId, inNameOf } = step;
    const words = this.wordsOf(step);
    const name = names.staff(byId);
    return {
      kind, label: STEP_LABELS[kind], at, byAsker: byKind === 'asker', by: name === null ? null : [name, names.post(byId)].filter(Boolean).join(' '), inNameOf: names.staff(inNameOf),
      to: kind === 'ask' || kind === 'offer' ? (names.staff(step.toStaffId) ?? names.section(step.toDepartmentId)) : null, words: kind === 'tell' && words !== null ? TELLING_LABELS[words as EnquiryTelling] : words,
    };
  }
}

export const offeredTo = (transfer: EnquiryTransfer | null, names: Names): string | null => (transfer === null ? null : (names.staff(transfer.toStaffId) ?? names.section(transfer.toDepartmentId)));

const dueOf = ({ dueAt, stateLabel, overdue, daysLate, basis, extension }: DeadlineView): EnquiryDueView =>
  ({ dueAt, stateLabel, overdue, daysLate, basis, extension: extension === null ? null : `已延期 ${extension.workingDays} 个工作日：${extension.reason}` });
