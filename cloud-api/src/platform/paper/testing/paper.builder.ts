import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { AcceptanceReceipt } from '../acceptance-receipt.paper.ts';
import type { EnrolmentForm } from '../enrolment-form.paper.ts';
import type { OnceOnlyNotice } from '../once-only-notice.paper.ts';
import type { RatingSlip, TicketSlip } from '../slips.paper.ts';

/** 2026-11-23 09:30 in the hall. */
export const MORNING = Date.UTC(2026, 10, 23, 1, 30);

export interface ReadPdf { /** `rightPt` is where the rightmost text ends, `lowestPt` how far the lowest line stands above the foot. */
  pages: { text: string; widthPt: number; heightPt: number; rightPt: number; lowestPt: number }[]; fonts: string[] }

/** Reads a PDF with a reader that shares no code with its writer, in a process of its own because it is ESM only. */
export function readPdf(pdf: Buffer): ReadPdf {
  const reader = pathToFileURL(createRequire(import.meta.url).resolve('pdfjs-dist/legacy/build/pdf.mjs')).href;
  const script = `
    import { buffer } from 'node:stream/consumers';
    const { getDocument } = await import(${JSON.stringify(reader)});
    const document = await getDocument({ data: new Uint8Array(await buffer(process.stdin)), useSystemFonts: false, verbosity: 0 }).promise;
    const pages = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      const [, , widthPt, heightPt] = page.view;
      pages.push({ text: items.map((item) => item.str + (item.hasEOL ? '\\n' : '')).join(''), widthPt, heightPt, rightPt: Math.max(...items.map((item) => item.transform[4] + item.width)), lowestPt: Math.min(...items.filter((item) => item.str.trim()).map((item) => item.transform[5])) });
    }
    process.stdout.write(JSON.stringify(pages));`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { input: pdf, maxBuffer: 64 * 1024 * 1024 });
  if (status !== 0) throw new Error(`the PDF could not be read: ${stderr.toString()}`);
  const fonts = [...pdf.toString('latin1').matchAll(/\/BaseFont \/[A-Z]{6}\+([\w-]+)/g)].map(([, name = '']) => name);
  return { pages: JSON.parse(stdout.toString()) as ReadPdf['pages'], fonts: [...new Set(fonts)] };
}

/** The text of all pages without blanks, for asking whether words stand on the paper. */
export function wordsOf(pdf: Buffer): string {
  return readPdf(pdf).pages.map((page) => page.text).join('\n').replace(/\s+/g, '');
}

export function enrolmentForm(changes: Partial<EnrolmentForm> = {}): EnrolmentForm {
  const choices = (labels: string[], chosen: string) => labels.map((label) => ({ label, chosen: label === chosen }));
  return {
    hallName: '樊城区城乡居民社会养老保险服务大厅', caseNumber: 'CB20261123-0007', printedAt: MORNING, filledOn: '2026-11-20',
    person: { name: '王桂兰', sex: '女', ethnicGroup: '汉族', birthDay: '1950-03-15', citizenId: '420606195003150023', phone: '13812345678', householdArea: '樊城区 汉江街道 长虹社区', householdAddress: '长虹路 18 号 3 栋 2 单元 501 室' },
    householdTypes: choices(['居民户口（农村）', '居民户口（城镇）', '其他'], '居民户口（农村）'),
    tiers: choices(['个人不缴费', '400', '500', '600', '700', '800', '900', '1000', '1500', '2000', '3000', '4000', '5000', '6000'], '1000'),
    specialGroups: choices(['低保', '特困', '一二级重度残疾', '返贫致贫/未标注脱贫', '计生特殊家庭', '其他'], '低保'),
    otherPensions: [{ label: '职工养老', chosen: false, from: null, to: null }, { label: '老农保/中农保', chosen: true, from: '1998-01', to: '2009-12' }, { label: '其他', chosen: false, from: null, to: null }],
    bank: { name: '中国邮政储蓄银行', card: '6217991234567890128' },
    agent: null,
    policyNote: '示例：武政规〔2021〕21号（武汉），樊城区标准以当地文件为准',
    ...changes,
  };
}

export function acceptanceReceipt(changes: Partial<AcceptanceReceipt> = {}): AcceptanceReceipt {
  return {
    hallName: '樊城区城乡居民社会养老保险服务大厅', caseNumber: 'CB20261123-0007', printedAt: MORNING, acceptedAt: MORNING - 60_000, matterName: '城乡居民基本养老保险参保登记',
    personName: '王桂兰', maskedCitizenId: '420***********0023', agentName: '李明', windowLabel: '3 号窗口', clerkName: '张敏', badgeNumber: '0312',
    materials: [{ label: '居民身份证', seen: '原件已核验' }, { label: '户口簿（本人页）', seen: '原件已核验' }, { label: '低保证明', seen: '容缺，请于 12 月 4 日前补交' }],
    assessment: ['参保年度 2026 年，缴费标准 1000 元/年', '政府补贴 60 元，政府代缴 0 元', '个人应缴 1000 元（由税务部门征收，窗口不收费）'],
    statutoryLimit: '10 个工作日', promisedLimit: '5 分钟受理，3 个工作日办结', nextStep: '您的资料今天会报送省系统。办结后会在小程序“我的办件”里通知您，不需要再跑一趟。',
    contact: '咨询电话 0710-0000000\n周一至周五 9:00–12:00,13:30–17:00\n樊城区长虹路 1 号政务中心二楼', disclaimer: '本回执仅表明材料已经受理。参保结果、缴费标准和待遇以省系统和经办机构核定为准。',
    rating: { url: 'https://hall.example/s/7Q2M9K', code: '7Q2M9K' },
    ...changes,
  };
}

export function onceOnlyNotice(changes: Partial<OnceOnlyNotice> = {}): OnceOnlyNotice {
  return {
    number: 'GZ20261123-0003', caseNumber: 'CB20261123-0007', hallName: '樊城区城乡居民社会养老保险服务大厅', personName: '王桂兰', matterName: '城乡居民基本养老保险参保登记', issuedAt: MORNING, printedAt: MORNING, deadline: '2026-12-07',
    items: [
      { label: '身份证（人像面）', sentence: '照片反光，看不清号码后四位。请在光线均匀的地方重新拍一张，四个角都拍到。', legalBasis: '《社会保险经办条例》第六条' },
      { label: '银行账号', sentence: '账号与银行不相符，请对照银行卡重新填写。' },
    ],
    apology: null, contact: '咨询电话 0710-0000000', url: 'https://hall.example/n/GZ20261123-0003',
    ...changes,
  };
}

export function ticketSlip(changes: Partial<TicketSlip> = {}): TicketSlip {
  return {
    hallName: '樊城区城乡居民社保服务大厅', number: 'A012', classLabel: '爱心号', takenAt: MORNING, maskedName: '王*兰', matterNames: ['参保登记'], ahead: 4, estimate: { low: 10, high: 18 },
    slip: { url: 'https://hall.example/s/7Q2M9K', code: '7Q2M9K' }, sentence: '叫号后请到窗口。过号不用重新取号，\n在手机上或服务台点“重新排队”即可。', seal: { day: '2026-11-22', shortCode: '7K3M-02QX-9FTD' }, ...changes,
  };
}

export function ratingSlip(changes: Partial<RatingSlip> = {}): RatingSlip {
  return { hallName: '樊城区城乡居民社保服务大厅', number: 'A012', windowLabel: '3 号窗口', servedAt: MORNING, matterNames: ['参保登记'], url: 'https://hall.example/s/7Q2M9K', code: '7Q2M9K', expiresOn: '2026-12-23', seal: { day: '2026-11-22', shortCode: '7K3M-02QX-9FTD' }, ...changes };
}
