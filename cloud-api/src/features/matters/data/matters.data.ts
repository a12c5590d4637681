import { ENROLMENT_MATERIALS, type MaterialRule } from '@hall/shared/enrolment/materials.rules';
import type { StoredMatter } from '@hall/shared/matter/matter-content';
import { UNSAID } from '@hall/shared/matter/matter-limit';

const always = (material: Pick<MaterialRule, 'code' | 'label' | 'form' | 'legalBasis' | 'guidance'> & Partial<MaterialRule>): MaterialRule => ({
  deferrable: false, promisable: false, dataShared: false, minPictures: 1, maxPictures: 2, pages: [], condition: { kind: 'always' }, when: null, ...material,
});

const IDENTITY = always({
  code: 'citizen-id-card', label: '身份证', form: '原件，现场查验', legalBasis: '《社会保险经办条例》（国务院令第765号）第三十一条', guidance: '带本人身份证原件；替家人办的，两个人的都带。',
});

const OFFLINE_NOTE = '不用手机也能办：带上身份证和户口簿直接来窗口，工作人员帮您填。';

interface MatterSeed {
  matterId: string;
  versionNumber: number;
  effectiveFrom: string;
  content: StoredMatter;
}

/** The matters the hall starts with. What changes in them later is drafted for the halls that have them already: `shipped-changes.data.ts`. */
export const MATTERS: readonly MatterSeed[] = [
  {
    matterId: 'enrolment', versionNumber: 1, effectiveFrom: '2026-01-01',
    content: {
      name: '居民养老保险参保', summary: '参保登记、信息采集、核定缴费一次办完。在家先填好，来窗口几分钟就能办好。', prefill: true,
      statutoryLimit: '10 个工作日（《社会保险经办条例》第六条）', promisedLimit: '资料带齐的，窗口 5 分钟内办结',
      minutesReady: 5, minutesNotReady: 15,
      steps: ['在手机上填表、拍材料，随时可以停下来接着填', '提交后工作人员先在网上审一遍，要改的一次说清', '材料齐了，约个时间带上原件来窗口', '窗口核对原件，当面确认缴费档次，打印登记表签字', '结果以省系统登记为准，办结会通知您'],
      notes: [
        '年满 16 周岁（不含在校学生）、不是机关事业单位在编人员、没有正在交职工养老保险的居民，在户籍地参保（国发〔2014〕8号）。',
        '大厅不收钱：保费由税务部门征收。',
        OFFLINE_NOTE,
      ],
      materials: [...ENROLMENT_MATERIALS],
    },
  },
  {
    matterId: 'enrolment-change', versionNumber: 1, effectiveFrom: '2026-01-01',
    content: {
      name: '参保信息变更', summary: '姓名、身份证号、电话、地址、银行账户等有变化，到窗口更改。', prefill: false,
      statutoryLimit: '10 个工作日（《社会保险经办条例》第十条）', promisedLimit: UNSAID,
      minutesReady: 8, minutesNotReady: 15,
      steps: ['约个时间或现场取号', '带上身份证和能说明变化的材料', '窗口核对原件，当面更改，签字确认'],
      notes: ['查询参保信息不收费（《社会保险经办条例》第三十二条）。', OFFLINE_NOTE],
      materials: [
        IDENTITY,
        always({ code: 'change-proof', label: '能说明变化的材料', form: '原件，现场查验', legalBasis: UNSAID, guidance: '例如改名后的户口簿、新的银行卡；没有的先打电话问一声。', deferrable: true, promisable: true, maxPictures: 4 }),
      ],
    },
  },
  {
    matterId: 'benefit-enquiry', versionNumber: 1, effectiveFrom: '2026-01-01',
    content: {
      name: '养老待遇申领咨询', summary: '快满 60 周岁或已满 60 周岁，来窗口问清楚什么时候领、领多少、差不差年限。', prefill: false,
      statutoryLimit: '20 个工作日（《社会保险经办条例》第十八条，自受理申领起）', promisedLimit: UNSAID,
      minutesReady: 10, minutesNotReady: 15,
      steps: ['约个时间或现场取号', '带上身份证来窗口', '工作人员查缴费年限，当面讲清能不能领、要不要补缴'],
      notes: ['年满 60 周岁、累计缴费满 15 年、没有领取其他基本养老保险待遇的，按月领取（国发〔2014〕8号）。', '查询参保信息不收费（《社会保险经办条例》第三十二条）。', OFFLINE_NOTE],
      materials: [IDENTITY],
    },
  },
];
