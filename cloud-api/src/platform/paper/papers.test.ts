import { createRequire } from 'node:module';
import { acceptanceReceipt, enrolmentForm, onceOnlyNotice, ratingSlip, readPdf, ticketSlip, wordsOf } from './testing/paper.builder.ts';
import { Faces, notoFaces } from './faces.ts';
import { Papers } from './papers.ts';

const papers = new Papers();
const noto = notoFaces();
const roboto = createRequire(import.meta.url).resolve('pdfmake/fonts/Roboto/Roboto-Regular.ttf');
/** Latin letters from one face, everything else from the other: what a rare-name font does, with fonts every machine has. */
const twoFaces = { regular: roboto, bold: roboto, rare: noto.regular };

describe('the enrolment form', () => {
  it('is one A4 page on which every answer stands', async () => {
    const { pages } = readPdf(await papers.enrolmentForm(enrolmentForm()));
    expect(pages).toHaveLength(1);
    expect(pages[0]).toMatchObject({ widthPt: expect.closeTo(595.28, 1), heightPt: expect.closeTo(841.89, 1) });
    const words = pages[0]?.text.replace(/\s+/g, '') ?? '';
    for (const expected of ['城乡居民基本养老保险参保登记表', 'CB20261123-0007', '王桂兰', '420606195003150023', '1950年3月15日', '13812345678', '樊城区汉江街道长虹社区', '长虹路18号3栋2单元501室', '中国邮政储蓄银行', '6217991234567890128', '2026年11月20日']) expect(words).toContain(expected);
    for (const block of ['参保人签字', '村（社区）意见', '乡镇（街道）意见', '县（区）经办机构意见', '以省系统为准']) expect(words).toContain(block);
  });

  it('ticks what was chosen and nothing else', async () => {
    const words = wordsOf(await papers.enrolmentForm(enrolmentForm()));
    for (const chosen of ['■居民户口（农村）', '■1000', '■低保', '■老农保/中农保（1998-01至2009-12）']) expect(words).toContain(chosen);
    for (const open of ['□500', '□特困', '□职工养老', '□个人不缴费']) expect(words).toContain(open);
    expect(words.match(/■/g)).toHaveLength(5);
  });

  it('names the helper who signs in the place of the person, and leaves that block empty otherwise', async () => {
    const agent = { name: '李明', relation: '子女', citizenId: '420606199001011239', phone: '13987654321' };
    const words = wordsOf(await papers.enrolmentForm(enrolmentForm({ agent })));
    for (const expected of ['代办人姓名李明', '子女', '420606199001011239', '13987654321', '代办人代签']) expect(words).toContain(expected);
    const alone = wordsOf(await papers.enrolmentForm(enrolmentForm()));
    expect(alone).toContain('代办人代签');
    expect(alone).not.toContain('李明');
  });

  it('stays on one page with the longest address and every box ticked', async () => {
    const form = enrolmentForm();
    const all = (choices: readonly { label: string }[]) => choices.map(({ label }) => ({ label, chosen: true }));
    const long = enrolmentForm({
      person: { ...form.person, name: '阿卜杜热合曼·麦麦提依明江', householdAddress: '牛首镇竹条社区第十二村民小组沿江大道东延伸段与汉江环线交叉口向北三百米路西第二排平房' },
      tiers: all(form.tiers), specialGroups: all(form.specialGroups), otherPensions: form.otherPensions.map((each) => ({ ...each, chosen: true, from: '1998-01', to: null })),
      agent: { name: '阿卜杜热合曼·麦麦提', relation: '其他亲属或受托人', citizenId: '420606199001011239', phone: '13987654321' },
    });
    const { pages } = readPdf(await papers.enrolmentForm(long));
    expect(pages).toHaveLength(1);
    expect(pages[0]?.text.replace(/\s+/g, '')).toContain('阿卜杜热合曼·麦麦提依明江');
    expect(pages[0]?.rightPt).toBeLessThan(595 - 40);
  });
});

it('the receipt says who accepted what and when, on which materials, and what comes next', async () => {
  const words = wordsOf(await papers.acceptanceReceipt(acceptanceReceipt()));
  for (const expected of ['受理回执', 'CB20261123-0007', '王桂兰（代办人：李明）', '420***********0023', '3号窗口', '张敏（工号0312）', '1.居民身份证原件已核验', '容缺，请于12月4日前补交', '个人应缴1000元', '10个工作日', '不需要再跑一趟', '以省系统和经办机构核定为准', '7Q2M9K', '2026年11月23日09:29']) expect(words).toContain(expected);
  const plain = wordsOf(await papers.acceptanceReceipt(acceptanceReceipt({ agentName: null, assessment: [], rating: null })));
  for (const absent of ['代办人', '核定情况', '请您评价']) expect(plain).not.toContain(absent);
});

it('the once-only notice counts and names every item, its words, its basis and the last day', async () => {
  const words = wordsOf(await papers.onceOnlyNotice(onceOnlyNotice()));
  for (const expected of ['一次性告知书', 'GZ20261123-0003', '共有2项需要补正', '身份证（人像面）', '照片反光', '账号与银行不相符', '《社会保险经办条例》第六条', '请于2026年12月7日前']) expect(words).toContain(expected);
  const open = wordsOf(await papers.onceOnlyNotice(onceOnlyNotice({ deadline: null, items: [{ label: '姓名', sentence: '与身份证不一致。' }], url: null })));
  expect(open).toContain('随时补正');
  expect(open).not.toContain('依据');
});

it('a notice that comes late says why below its items, and does not count that as one', async () => {
  const words = wordsOf(await papers.onceOnlyNotice(onceOnlyNotice({ apology: '部分内容上次没有指出，抱歉。原因：号码当时还能打通。' })));
  expect(words).toContain('共有2项需要补正');
  expect(words).toContain('原因：号码当时还能打通。');
});

it('a notice of many items runs over pages with its head repeated', async () => {
  const items = Array.from({ length: 40 }, (_, index) => ({ label: `材料 ${index + 1}`, sentence: '请重新拍一张清楚的照片。' }));
  const { pages } = readPdf(await papers.onceOnlyNotice(onceOnlyNotice({ items })));
  expect(pages.length).toBeGreaterThan(1);
  expect(pages.slice(0, 2).every((page) => page.text.replace(/\s+/g, '').includes('请您这样补正'))).toBe(true);
  expect(pages.at(-1)?.text.replace(/\s+/g, '')).toContain(`第${pages.length}页/共${pages.length}页`);
});

describe('slips of the 80 mm printer', () => {
  it('the ticket shows number, class, how many are before and the wait as a range', async () => {
    const { pages } = readPdf(await papers.ticketSlip(ticketSlip()));
    expect(pages).toHaveLength(1);
    expect(pages[0]?.widthPt).toBeCloseTo(226.77, 1);
    expect(pages[0]?.heightPt).toBeLessThan(500);
    expect(pages[0]?.rightPt).toBeLessThan(226);
    expect(pages[0]?.lowestPt).toBeLessThan(30);
    const words = pages[0]?.text.replace(/\s+/g, '') ?? '';
    for (const expected of ['A012', '爱心号', '王*兰', '前面还有4位', '约等10–18分钟', '7Q2M9K', '取号时间2026年11月23日09:30', '阳光账本2026年11月22日短码7K3M-02QX-9FTD']) expect(words).toContain(expected);
  });

  it('a long slip after a short one is still one piece of paper', async () => {
    await papers.ticketSlip(ticketSlip({ slip: null, matterNames: [] }));
    const { pages } = readPdf(await papers.ticketSlip(ticketSlip({ matterNames: Array.from({ length: 12 }, (_, index) => `事项 ${index + 1}`) })));
    expect(pages).toHaveLength(1);
    expect(pages[0]?.lowestPt).toBeLessThan(30);
  });

  it('promises no minutes when nothing is known of the windows, and needs no name', async () => {
    const words = wordsOf(await papers.ticketSlip(ticketSlip({ estimate: null, maskedName: null, slip: null, seal: null })));
    expect(words).toContain('请留意大屏和广播叫号');
    expect(words).not.toMatch(/分钟|王\*兰|扫一扫|账本/);
  });

  it('the rating slip says how long its code is good and what the clerk does not see', async () => {
    const { pages } = readPdf(await papers.ratingSlip(ratingSlip()));
    expect(pages[0]?.lowestPt).toBeLessThan(30);
    const words = pages[0]?.text.replace(/\s+/g, '');
    for (const expected of ['请您评一评', 'A012号·3号窗口·2026年11月23日', '扫码可提异议', '7Q2M9K', '2026年12月23日前有效', '经办人看不到', '短码7K3M-02QX-9FTD']) expect(words).toContain(expected);
  });
});

describe('rare characters of names', () => {
  const named = (name: string) => enrolmentForm({ person: { ...enrolmentForm().person, name } });

  it('those of the basic face are printed as they are', async () => {
    expect(wordsOf(await papers.enrolmentForm(named('王㐂䶮龑')))).toContain('王㐂䶮龑');
  });

  it('one that no face has is refused by name, never printed as a box', async () => {
    await expect(papers.enrolmentForm(named('王𠮷'))).rejects.toMatchObject({ code: 'PAPER_GLYPH_MISSING', status: 422, extras: { detail: '“𠮷”（U+20BB7）', data: { character: '𠮷' } } });
    await expect(papers.enrolmentForm(named('王\u{e0100}'))).rejects.toMatchObject({ code: 'PAPER_GLYPH_MISSING' });
    await expect(papers.ticketSlip(ticketSlip({ sentence: '请稍等😀' }))).rejects.toMatchObject({ code: 'PAPER_GLYPH_MISSING' });
  });

  it('a second face is asked for what the first lacks, in the middle of a name', () => {
    expect(new Faces(twoFaces).runs('Ana 王桂兰 B')).toEqual([{ text: 'Ana ', face: 'Hall' }, { text: '王桂兰', face: 'Rare' }, { text: ' B', face: 'Hall' }]);
    expect(() => new Faces({ regular: roboto, bold: roboto }).runs('Ana 王')).toThrow(expect.objectContaining({ code: 'PAPER_GLYPH_MISSING' }));
  });

  it('a paper set in two faces carries both and every word', async () => {
    const mixed = new Papers({ faces: twoFaces });
    const { pages, fonts } = readPdf(await mixed.ratingSlip(ratingSlip({ windowLabel: 'Window 3 号窗口' })));
    expect(pages[0]?.text.replace(/\s+/g, '')).toContain('Window3号窗口');
    expect(fonts.some((name) => /Roboto/.test(name))).toBe(true);
    expect(fonts.some((name) => /Noto/.test(name))).toBe(true);
    expect(readPdf(await papers.ratingSlip(ratingSlip())).fonts.some((name) => /Roboto/.test(name))).toBe(false);
  });
});

it('the same data printed at the same instant gives the same bytes', async () => {
  const [one, two] = [await papers.onceOnlyNotice(onceOnlyNotice()), await papers.onceOnlyNotice(onceOnlyNotice())];
  expect(one.equals(two)).toBe(true);
});
