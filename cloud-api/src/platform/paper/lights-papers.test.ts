import sharp from 'sharp';
import { MORNING, readPdf, wordsOf } from './testing/paper.builder.ts';
import { Papers } from './papers.ts';
import type { PersonOnPaper } from './person.papers.ts';
import type { WindowOnPaper } from './window-plate.paper.ts';

const papers = new Papers();
const MM = 72 / 25.4;
const face = () => sharp({ create: { width: 300, height: 400, channels: 3, background: '#c9d3e0' } }).jpeg().toBuffer();
const person = (changes: Partial<PersonOnPaper> = {}): PersonOnPaper => ({
  name: '王晓梅', badgeNumber: 'FC-001', post: '窗口经办员', departmentName: '参保登记科', partyLabel: '中共党员', photo: null, duties: ['办理参保登记、信息变更', '帮不会用手机的老人填表'], commitments: ['材料备齐的，五分钟办结'],
  honours: ['2026年10月服务标兵（示例区社保服务大厅，2026-11）'], code: 'https://hall.example/#/lights/card/index?code=abcdefghijklmnopqrstuv', ...changes,
});
const sheet = (people: PersonOnPaper[]) => ({ hallName: '示例区社保服务大厅', hallPhone: '0710-0000000', printedAt: MORNING, people });
const plainer = person({ name: '李文静', partyLabel: null, commitments: [], honours: [] });
const fullest = person({ name: '阿卜杜热合曼·麦麦提', post: '参保登记与信息变更窗口经办员', departmentName: '城乡居民养老保险参保登记科', duties: Array.from({ length: 6 }, () => '办理城乡居民基本养老保险参保登记、信息变更和关系转移接续手续，解答参保政策疑问问题'), commitments: Array.from({ length: 5 }, () => '材料备齐的，从叫号到办结不超过五分钟；材料不齐的，一次说清楚还缺什么、到哪里补、补好以后怎么办'), honours: Array.from({ length: 4 }, () => '全区人力资源和社会保障系统优质服务先进个人（区人力资源和社会保障局，2026-05）') });

describe('the service card', () => {
  it('is one sheet of A6 for each person, with what that person agreed to show', async () => {
    const { pages } = readPdf(await papers.serviceCards(sheet([person({ photo: await face() }), plainer])));
    expect(pages).toHaveLength(2);
    expect(pages[0]).toMatchObject({ widthPt: expect.closeTo(105 * MM, 0), heightPt: expect.closeTo(148 * MM, 0) });
    const [first, second] = pages.map(({ text }) => text.replace(/\s+/g, ''));
    for (const expected of ['示例区社保服务大厅', '王晓梅', '窗口经办员', '参保登记科', '工号FC-001', '中共党员', '办理参保登记、信息变更', '帮不会用手机的老人填表', '材料备齐的，五分钟办结', '2026年10月服务标兵', '0710-0000000']) expect(first).toContain(expected);
    expect(second).toContain('李文静');
    for (const absent of ['中共党员', '我的承诺', '所获荣誉']) expect(second).not.toContain(absent);
  });

  it('stays on its sheet when everything on it is as long as it may be', async () => {
    const { pages } = readPdf(await papers.serviceCards(sheet([person({ ...fullest, photo: await face() }), fullest])));
    expect(pages).toHaveLength(2);
    for (const page of pages) expect(page.rightPt).toBeLessThan(105 * MM - 4);
  });
});

describe('the badge', () => {
  it('has the size of its holder, and a name and number to be read from across the counter', async () => {
    const { pages } = readPdf(await papers.badges(sheet([person({ photo: await face() }), plainer, fullest])));
    expect(pages).toHaveLength(3);
    expect(pages[0]).toMatchObject({ widthPt: expect.closeTo(90 * MM, 0), heightPt: expect.closeTo(54 * MM, 0) });
    const words = pages.map(({ text }) => text.replace(/\s+/g, ''));
    for (const expected of ['示例区社保服务大厅', '王晓梅', 'FC-001', '窗口经办员', '参保登记科', '中共党员', '扫码认识我']) expect(words[0]).toContain(expected);
    expect(words[1]).not.toContain('中共党员');
    expect(words[2]).toContain('阿卜杜热合曼·麦麦提');
    for (const page of pages) expect(page.rightPt).toBeLessThan(90 * MM - 3);
    for (const page of pages) expect(page.lowestPt).toBeGreaterThan(3);
  });
});

it('bears the mini-program\'s own code where there is one', async () => {
  const code = { contentType: 'image/png', bytes: await sharp({ create: { width: 430, height: 430, channels: 3, background: '#123456' } }).png().toBuffer() };
  const [drawn, pictured] = [await papers.badges(sheet([person()])), await papers.badges(sheet([person({ code })]))].map((pdf) => (pdf.toString('latin1').match(/\/Subtype \/Image/g) ?? []).length);
  expect([drawn, pictured]).toEqual([0, 1]);
});

describe('the window plate', () => {
  const window = (changes: Partial<WindowOnPaper> = {}): WindowOnPaper => ({ label: '3号窗口', matters: ['居民养老保险参保', '参保信息变更'], clerk: person(), commitments: ['材料备齐的，五分钟办结'], honours: ['2026年10月红旗窗口'], code: 'https://hall.example/#/lights/board/index', ...changes });
  const plates = (windows: WindowOnPaper[]) => papers.windowPlates({ hallName: '示例区社保服务大厅', motto: '微笑服务每一天，真情服务每一人', today: '2026年11月23日', printedAt: MORNING, windows });

  it('says who sits there today and what may be expected', async () => {
    const { pages } = readPdf(await plates([window({ clerk: { ...person(), photo: await face() } })]));
    expect(pages).toHaveLength(1);
    expect(pages[0]).toMatchObject({ widthPt: expect.closeTo(841.89, 0), heightPt: expect.closeTo(595.28, 0) });
    const words = pages[0]!.text.replace(/\s+/g, '');
    for (const expected of ['3号窗口', '居民养老保险参保', '今天为您服务', '王晓梅', '工号FC-001', '材料备齐的，五分钟办结', '2026年10月红旗窗口', '2026年11月23日', '真情服务每一人']) expect(words).toContain(expected);
  });

  it('promises nobody who is not there, and keeps the longest words on one sheet', async () => {
    const { pages } = readPdf(await plates([window({ clerk: null }), window({ label: '6号爱心窗口', matters: Array.from({ length: 8 }, () => '养老待遇申领咨询'), clerk: fullest, commitments: fullest.commitments, honours: fullest.honours })]));
    expect(pages).toHaveLength(2);
    expect(pages[0]!.text.replace(/\s+/g, '')).toContain('今天由当班同事为您服务');
    expect(pages[0]!.text).not.toContain('王晓梅');
  });
});

it('the board of duties stands the statutory limit beside the promised one, by department', async () => {
  const duty = { name: '居民养老保险参保', statutory: '10 个工作日', basis: '《社会保险经办条例》第六条', promised: '窗口 5 分钟内办结', windows: ['1号窗口', '2号窗口'], materials: 6 };
  const pdf = await papers.dutiesBoard({ hallName: '示例区社保服务大厅', hallPhone: '0710-0000000', today: '2026年11月23日', url: 'https://hall.example/', printedAt: MORNING, departments: [{ name: '参保登记科', phone: '0710-0000002', duties: [duty, { ...duty, name: '参保信息变更', promised: null, windows: [] }] }, { name: '基金财务科', phone: null, duties: [] }] });
  const { pages } = readPdf(pdf);
  expect(pages).toHaveLength(1);
  expect(pages[0]).toMatchObject({ widthPt: expect.closeTo(420 * MM, 0), heightPt: expect.closeTo(297 * MM, 0) });
  const words = wordsOf(pdf);
  for (const expected of ['职责与时限', '参保登记科0710-0000002', '居民养老保险参保', '10个工作日', '《社会保险经办条例》第六条', '窗口5分钟内办结', '1号窗口、2号窗口', '6样', '按法定时限办理', '请问导办台']) expect(words).toContain(expected);
  expect(words).not.toContain('基金财务科');
});

it('a board of many duties runs over sheets with its head repeated', async () => {
  const duties = Array.from({ length: 40 }, (_, at) => ({ name: `事项${at + 1}`, statutory: '10 个工作日', basis: null, promised: null, windows: ['1号窗口'], materials: 2 }));
  const { pages } = readPdf(await papers.dutiesBoard({ hallName: '大厅', hallPhone: '1', today: '2026年11月23日', url: 'https://hall.example/', printedAt: MORNING, departments: [{ name: '综合科', phone: null, duties }] }));
  expect(pages.length).toBeGreaterThan(1);
  expect(pages.slice(0, 2).every(({ text }) => text.replace(/\s+/g, '').includes('法定时限'))).toBe(true);
  expect(pages.map(({ text }) => text).join('')).toContain('事项40');
});

it('the board of promises carries the last sealed figures and the short code to compare them by', async () => {
  const board = { hallName: '示例区社保服务大厅', url: 'https://hall.example/', printedAt: MORNING, asOf: '2026-11-22', seal: { day: '2026-11-22', shortCode: '7K3M-02QX-9FTD' }, groups: [{ name: '单位承诺', promises: [{ wording: '材料备齐的，五分钟办结', holder: '待遇核定科', measure: '从“叫号”到“办结”，5 分钟内', month: '96.6%（120 件中 116 件达标）', rolling: '97%（400 件中 388 件达标）' }] }, { name: '个人承诺', promises: [] }] };
  const words = wordsOf(await papers.commitmentsBoard(board));
  for (const expected of ['阳光承诺', '单位承诺', '待遇核定科', '材料备齐的，五分钟办结', '从“叫号”到“办结”，5分钟内', '96.6%（120件中116件达标）', '97%', '7K3M-02QX-9FTD', '2026-11-22封账', '数据截至2026-11-22']) expect(words).toContain(expected);
  expect(words).not.toContain('个人承诺');
  expect(wordsOf(await papers.commitmentsBoard({ ...board, seal: null, asOf: null }))).toContain('还没有第一次封账');
});
