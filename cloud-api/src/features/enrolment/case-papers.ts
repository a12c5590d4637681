import { Injectable } from '@nestjs/common';
import { nextStepOf } from '@hall/shared/enrolment/application.moves';
import { birthDayOf, checkCitizenId, sexOf } from '@hall/shared/kernel/citizen-id';
import { dayOf } from '@hall/shared/kernel/day';
import { maskCitizenId } from '@hall/shared/kernel/masking';
import type { ResidentActor, StaffActor } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { PublicAddress } from '../../platform/http/public-address.ts';
import type { OtherPensionChoice } from '../../platform/paper/enrolment-form.paper.ts';
import { Papers } from '../../platform/paper/papers.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import { Halls } from '../hall/halls.ts';
import { People } from '../identity/people.ts';
import { codeLabel } from './batch-rows.ts';
import { CaseContent } from './case-content.ts';
import { CaseFiles, type CaseActor, type CaseFile } from './case-files.ts';
import { CaseSurroundings } from './case-surroundings.ts';
import { CaseViews, nameOf } from './case.views.ts';
import { enrolmentErrors } from './enrolment.errors.ts';
import { lateSentence, Notices } from './notices.ts';

/** A form printed with every tier of a long table would be unreadable; then only the chosen one is named. */
const MOST_TIERS = 16;

/** What is printed of a case. Every printing is written down, because paper shows what the screen hides. */
@Injectable()
export class CasePapers {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly files: CaseFiles,
    private readonly views: CaseViews,
    private readonly content: CaseContent,
    private readonly notices: Notices,
    private readonly surroundings: CaseSurroundings,
    private readonly halls: Halls,
    private readonly people: People,
    private readonly papers: Papers,
    private readonly address: PublicAddress,
    private readonly clock: Clock,
  ) {}

  /** 参保登记表, as far as it is filled in. */
  async form(actor: StaffActor, id: string): Promise<Buffer> {
    const file = await this.files.openFor(actor, id);
    const { row, answers, codes } = file;
    const hall = await this.halls.hall(row.hallId);
    const citizen = checkCitizenId(answers.citizenId ?? '', file.today);
    const choices = (table: string, chosen: string | undefined) => (codes[table] ?? []).map(({ code, label }) => ({ label, chosen: code === chosen }));
    const assessment = this.content.assessmentOf(row);
    const policy = assessment ? `${assessment.profileName}${assessment.example ? '（示例，非本区标准）' : ''}` : file.profile ? `${file.profile.name}：${file.profile.source}` : '待公布';
    const paper = await this.papers.enrolmentForm({
      hallName: hall.name, caseNumber: row.caseNumber, printedAt: this.clock.now(), filledOn: dayOf(row.submittedAt ?? row.createdAt),
      person: {
        name: nameOf(file), sex: citizen.ok ? (sexOf(citizen.value) === 'male' ? '男' : '女') : '', ethnicGroup: codeLabel(file, 'ethnicGroup', answers.ethnicGroup),
        birthDay: citizen.ok ? birthDayOf(citizen.value) : '', citizenId: answers.citizenId ?? '', phone: answers.phone ?? '',
        householdArea: codeLabel(file, 'area', answers.householdArea), householdAddress: answers.householdAddress ?? '',
      },
      householdTypes: choices('householdType', answers.householdType), tiers: tierChoices(file), specialGroups: choices('specialGroup', answers.specialGroup),
      otherPensions: (codes.otherPension ?? []).flatMap(({ code, label }): OtherPensionChoice[] => {
        const spells = (answers.otherPensions ?? []).filter((spell) => spell.kind === code);
        return spells.length === 0 ? [{ label, chosen: false, from: null, to: null }] : spells.map(({ from, to }) => ({ label, chosen: true, from, to }));
      }),
      bank: { name: codeLabel(file, 'bank', answers.bankCode), card: answers.bankCard ?? '' },
      agent: await this.agentOf(file), policyNote: policy,
    });
    await this.written(actor, id, 'form');
    return paper;
  }

  /** 受理回执. @throws PAPER_NOT_YET before the case is handled */
  async receipt(actor: StaffActor, id: string): Promise<Buffer> {
    const file = await this.files.openFor(actor, id);
    const { row, matter } = file;
    const assessment = this.content.assessmentOf(row);
    if (row.handledAt === null || row.handledBy === null || !assessment) throw enrolmentErrors.PAPER_NOT_YET();
    const hall = await this.halls.hall(row.hallId);
    const window = await this.halls.windowOf(row.handledBy);
    const pictured = new Set(file.pictures.map((picture) => picture.materialCode));
    const slipCode = await this.surroundings.slipCodeOf(id);
    const paper = await this.papers.acceptanceReceipt({
      hallName: hall.name, caseNumber: row.caseNumber, printedAt: this.clock.now(), acceptedAt: row.handledAt, matterName: matter.name, personName: nameOf(file),
      maskedCitizenId: maskCitizenId(file.answers.citizenId ?? ''), agentName: (await this.agentOf(file))?.name ?? null,
      windowLabel: window?.label ?? hall.name, clerkName: await this.people.staffName(row.handledBy), badgeNumber: await this.people.staffBadge(row.handledBy),
      materials: file.required.map(({ code, label }) => ({ label, seen: row.originalsSeen.includes(code) ? '原件已核验' : pictured.has(code) ? '已收照片，原件容缺' : '容缺，请尽快补交' })),
      assessment: assessment.lines, statutoryLimit: matter.statutoryLimit, promisedLimit: matter.promisedLimit, nextStep: nextStepOf(row.state), contact: `${hall.phone} ${hall.address}`,
      disclaimer: `${assessment.disclaimer}办理结果以省系统为准。`, rating: slipCode ? { url: this.address.page(`/rating/rate/index?code=${slipCode}`), code: slipCode } : null,
    });
    await this.written(actor, id, 'receipt');
    return paper;
  }

  /** The latest 一次性告知书. @throws APPLICATION_NOTICE_NONE */
  async notice(actor: CaseActor, id: string): Promise<Buffer> {
    const row = await this.files.rowFor(actor, id);
    const { lateReason, ...notice } = await this.notices.issued(row);
    const paper = await this.papers.onceOnlyNotice({ ...notice, apology: lateReason === null ? null : lateSentence(lateReason), printedAt: this.clock.now(), url: this.address.url });
    await this.written(actor, id, 'notice');
    return paper;
  }

  private async agentOf(file: CaseFile): Promise<{ name: string; relation: string; citizenId: string; phone: string } | null> {
    const { row, codes } = file;
    if (row.relativeId === null || row.residentId === null) return null;
    const helper = await this.people.resident(row.residentId);
    const relative = await this.views.relativeOf(file);
    return { name: helper.name ?? '', relation: relative ? codeLabel({ codes }, 'relation', relative.relation) : '', citizenId: helper.citizenId ?? '', phone: helper.phone ?? '' };
  }

  private async written(actor: ResidentActor | StaffActor, id: string, paper: string): Promise<void> {
    await this.unitOfWork.run(actor, (work) => {
      work.audit('case.print', id, { paper });
      return Promise.resolve();
    });
  }
}

function tierChoices(file: CaseFile): { label: string; chosen: boolean }[] {
  const { answers, profile } = file;
  const tiers = [...(answers.tierYuan === 0 ? [0] : []), ...(profile?.tiers.map((tier) => tier.yuan) ?? [])];
  const label = (yuan: number) => (yuan === 0 ? '个人不缴费' : `${yuan} 元`);
  if (tiers.length <= MOST_TIERS) return tiers.map((yuan) => ({ label: label(yuan), chosen: yuan === answers.tierYuan }));
  return answers.tierYuan === undefined ? [] : [{ label: label(answers.tierYuan), chosen: true }];
}
