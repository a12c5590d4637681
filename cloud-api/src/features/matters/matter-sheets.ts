import { Injectable } from '@nestjs/common';
import type { MaterialRule } from '@hall/shared/enrolment/materials.rules';
import { conditionFields, conditionWords, readCondition, type ConditionWords } from '@hall/shared/matter/condition-words';
import type { MatterContent } from '@hall/shared/matter/matter-content';
import { differenceOf } from '@hall/shared/matter/matter-difference';
import { draftOf, draftProblems } from '@hall/shared/matter/matter-draft.rules';
import { UNSAID } from '@hall/shared/matter/matter-limit';
import { dayOf } from '@hall/shared/kernel/day';
import { versionOn } from '@hall/shared/matter/matter-versions.rules';
import { DataSource } from 'typeorm';
import { Clock } from '../../platform/clock/clock.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { RowProblem, readTable, type TableRow } from '../../platform/paper/table.reader.ts';
import { writeTable } from '../../platform/paper/table.workbook.ts';
import { MatterDraft, MatterVersion } from './matter.entity.ts';
import type { MatterSheetView } from './matter-rooms.dto.ts';
import { Matters, contentOf } from './matters.ts';

const FLAGS = { deferrable: '容缺受理', promisable: '告知承诺', dataShared: '共享免交' } as const;
const WORDS = { code: '编号', label: '材料名称', form: '形式', legalBasis: '设定依据', guidance: '说明', when: '什么时候要' } as const;
const NEEDED = ['材料名称', '形式', '设定依据', '需要的条件'];
const COLUMNS: readonly (readonly [string, number])[] = [
  [WORDS.code, 22], [WORDS.label, 22], [WORDS.form, 26], [WORDS.legalBasis, 40], [WORDS.guidance, 44], [FLAGS.deferrable, 10], [FLAGS.promisable, 10], [FLAGS.dataShared, 10],
  ['最少张数', 10], ['最多张数', 10], ['每张拍什么', 18], ['需要的条件', 26], [WORDS.when, 20],
];
const NOTE = '一行一份材料，先后就是材料单上的先后；表里没有的材料会从草稿里去掉。编号空着就按名称对应，没有的算新材料。依据还不知道就空着，页面上会标“未填”。';
const YES = '是';

/** The checklist of a matter as a sheet: out as it is, and back to be looked at before the draft takes it. */
@Injectable()
export class MatterSheets {
  constructor(
    private readonly dataSource: DataSource,
    private readonly matters: Matters,
    private readonly clock: Clock,
  ) {}

  /** @throws NOT_FOUND */
  async write(matterId: string): Promise<Buffer> {
    const { content, about } = await this.current(matterId);
    const yesNo = (flag: boolean) => (flag ? YES : '否');
    return writeTable({
      sheet: '材料', title: `${content.name} 材料单`, note: NOTE, createdAt: this.clock.now(), creator: '大厅', columns: COLUMNS,
      choices: Object.fromEntries(Object.values(FLAGS).map((title) => [title, [YES, '否']])),
      rows: content.materials.map((each) => [
        each.code, each.label, each.form, each.legalBasis === UNSAID ? '' : each.legalBasis, each.guidance, yesNo(each.deferrable), yesNo(each.promisable), yesNo(each.dataShared),
        each.minPictures, each.maxPictures, each.pages.join('、'), conditionWords(each.condition, about), each.when ?? '',
      ]),
    });
  }

  /** Saves nothing: each row says what it would change, each problem what to mend. @throws NOT_FOUND, DomainError `WORKBOOK_…` */
  async read(matterId: string, upload: Buffer): Promise<MatterSheetView> {
    const { content, about } = await this.current(matterId);
    const taken = new Set<string>();
    const { rows, problems } = await readTable(upload, NEEDED, (row) => {
      const material = materialIn(row, content, about, taken);
      taken.add(material.code);
      return { row: row.number, material };
    });
    return {
      problems, gone: content.materials.filter(({ code }) => !taken.has(code)).map(({ label }) => label),
      rows: rows.map(({ row, material }) => {
        const was = content.materials.find(({ code }) => code === material.code);
        const lines = was ? differenceOf({ ...content, materials: [was] }, { ...content, materials: [material] }) : [];
        return { row, label: material.label, state: !was ? 'new' : lines.length > 0 ? 'changed' : 'same', lines, material: { ...material } };
      }),
    };
  }

  /** The open draft, or what stands. */
  private async current(matterId: string): Promise<{ content: MatterContent; about: ConditionWords }> {
    const draft = await this.dataSource.manager.findOneBy(MatterDraft, { openKey: matterId });
    const row = draft ?? versionOn(await this.dataSource.manager.findBy(MatterVersion, { matterId }), dayOf(this.clock.now()));
    if (!row) throw platformErrors.NOT_FOUND();
    const content = contentOf(row);
    return { content, about: { prefill: content.prefill, questions: content.questions, fields: conditionFields(await this.matters.codes()) } };
  }
}

/** @throws RowProblem */
function materialIn(row: TableRow, content: MatterContent, about: ConditionWords, taken: ReadonlySet<string>): MaterialRule {
  const label = row.text(WORDS.label);
  const code = row.text(WORDS.code) || content.materials.find((each) => each.label === label)?.code || freeCode(content, taken);
  if (taken.has(code)) throw new RowProblem(`的“${label || code}”在前面已经有了，请删除其中一行`);
  const condition = readCondition(row.text('需要的条件'), about);
  if (condition === null) throw new RowProblem(`的“需要的条件”没有读懂，请照导出表里的写法，例如“都要”`);
  const flag = (title: string): boolean => {
    const word = row.text(title);
    if (!['', YES, '否'].includes(word)) throw new RowProblem(`的“${title}”请写“是”或“否”`);
    return word === YES;
  };
  const number = (title: string): number => {
    const word = row.text(title);
    if (word !== '' && !/^\d{1,2}$/.test(word)) throw new RowProblem(`的“${title}”请写整数`);
    return Number(word || 1);
  };
  const said = {
    code, label, form: row.text(WORDS.form), legalBasis: row.text(WORDS.legalBasis), guidance: row.text(WORDS.guidance), when: row.text(WORDS.when), condition,
    deferrable: flag(FLAGS.deferrable), promisable: flag(FLAGS.promisable), dataShared: flag(FLAGS.dataShared),
    minPictures: number('最少张数'), maxPictures: number('最多张数'), pages: row.text('每张拍什么').split(/[、,，;；]/).filter((each) => each.trim() !== ''),
  };
  const [material] = draftOf({ materials: [said] }, content.prefill).materials as [MaterialRule];
  const wrong = draftProblems({ ...content, materials: [material] }, about.fields).filter(({ path }) => path.startsWith('materials.'));
  if (wrong.length > 0) throw new RowProblem(`：${wrong.map(({ message }) => message).join('；')}`);
  return material;
}

function freeCode({ materials }: MatterContent, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const code = `material-${number}`;
    if (!taken.has(code) && !materials.some((each) => each.code === code)) return code;
  }
}
