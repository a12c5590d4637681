import { Injectable } from '@nestjs/common';
import type { Assessment } from '@hall/shared/enrolment/assessment.rules';
import { birthDayOf, sexOf } from '@hall/shared/kernel/citizen-id';
import { dayOf } from '@hall/shared/kernel/day';
import type { BatchRow } from '../../platform/paper/batch.columns.ts';
import { People } from '../identity/people.ts';
import type { Application } from './application.entity.ts';
import { CaseContent } from './case-content.ts';
import { CaseFiles, type CaseFile } from './case-files.ts';

/** How a code of the case reads; what a retired or missing code was written as. */
export const codeLabel = (file: Pick<CaseFile, 'codes'>, table: string, code: string | undefined): string =>
  code === undefined ? '' : file.codes[table]?.find((entry) => entry.code === code)?.label ?? code;

/** `职工养老保险 2012-03 至 2015-06` */
export const pensionsText = (file: CaseFile): string =>
  (file.answers.otherPensions ?? []).map(({ kind, from, to }) => `${codeLabel(file, 'otherPension', kind)} ${from} 至 ${to ?? '今'}`).join('；');

/** Writes one handled case as the provincial system wants it: words instead of codes. */
@Injectable()
export class BatchRows {
  constructor(
    private readonly files: CaseFiles,
    private readonly content: CaseContent,
    private readonly people: People,
  ) {}

  async of(row: Application, key: string): Promise<BatchRow> {
    const file = await this.files.open(row);
    const { answers } = file;
    const assessment = this.content.assessmentOf(row) as Assessment;
    const citizenId = answers.citizenId ?? '';
    return {
      key, caseNumber: row.caseNumber, name: answers.name ?? '', sex: sexOf(citizenId) === 'male' ? '男' : '女', ethnicGroup: codeLabel(file, 'ethnicGroup', answers.ethnicGroup),
      citizenId, birthDay: birthDayOf(citizenId), phone: answers.phone ?? '', householdArea: codeLabel(file, 'area', answers.householdArea), householdAddress: answers.householdAddress ?? '',
      householdType: codeLabel(file, 'householdType', answers.householdType), year: assessment.year, tierYuan: assessment.tierYuan, subsidyYuan: assessment.subsidyYuan,
      governmentPaysYuan: assessment.governmentPaysYuan, specialGroup: codeLabel(file, 'specialGroup', answers.specialGroup), otherPensions: pensionsText(file),
      bank: codeLabel(file, 'bank', answers.bankCode), bankCard: answers.bankCard ?? '', handledOn: dayOf(row.handledAt ?? row.updatedAt), clerk: row.handledBy ? await this.people.staffName(row.handledBy) : '',
    };
  }
}
