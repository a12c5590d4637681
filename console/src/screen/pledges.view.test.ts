import { inTurn, pledgesOf, sealWords } from './pledges.view.ts';

const promise = (more: object = {}) => ({ code: 'a', wording: '叫号后 5 分钟内办结', holderKind: 'hall' as const, holderName: '大厅', month: null, ...more });
const month = (rate: number | null, met: number, broken: number) => ({ month: { period: '2026-11', asOf: '2026-11-23', met, broken, ended: 0, excluded: 0, rate, spread: [] } });
const told = (commitments: ReturnType<typeof promise>[], more: object = {}) => ({ commitments, star: null, flags: null, appraisals: [], ...more });

describe('what the wall tells in turn', () => {
  test('a promise stands with its last sealed figure and of how many; with too few there is only their number', () => {
    expect(pledgesOf(told([promise(month(966, 290, 10)), promise(month(null, 3, 0)), promise()])).map(({ figure }) => figure)).toEqual(['11 月兑现率 96.6%，共 300 件', '11 月 3 件，不足 5 件不算比例', null]);
  });

  test('a section or a person stands beside its own promise, and after the promises come the star with the votes and the red-flag windows', () => {
    const star = { month: '2026-11', ballots: 12, stars: [{ name: '李文静', post: '经办员', votes: 7 }, { name: '王晓梅', post: '导办员', votes: null }] };
    const pledges = pledgesOf(told([promise({ holderKind: 'person', holderName: '王晓梅（经办员）' })], { star, flags: { month: '2026-10', flagged: ['1号窗口', '3号窗口'] } }));
    expect(pledges.map(({ kind, words, figure }) => [kind, words, figure])).toEqual([
      ['王晓梅（经办员）', '叫号后 5 分钟内办结', null], ['服务标兵', '李文静（经办员，7 票）、王晓梅（导办员）', '11 月，群众投了 12 票'], ['红旗窗口', '1号窗口、3号窗口', '10 月，按办事记录算出'],
    ]);
  });

  test('of the last department that was appraised the wall tells what was said, and first of all when its answer is late', () => {
    const figure = (title: string, good: string | null) => ({ question: title, title, bands: [], good });
    const appraisal = (more: object) => ({ code: 'a', departmentName: '待遇核定科', figures: [figure('服务态度', '92.3%'), figure('办事效率', null)], answers: 24, invited: 60, rectification: null, ...more });
    const wall = (...appraisals: ReturnType<typeof appraisal>[]) => pledgesOf(told([], { appraisals })).map(({ words, figure: beside }) => [words, beside]);
    expect(wall(appraisal({ figures: [] }), appraisal({}))).toEqual([['待遇核定科：服务态度 92.3%', '抽签请 60 人，24 人匿名评了']]);
    expect(wall(appraisal({ rectification: { state: 'overdue' } }))).toEqual([['待遇核定科：服务态度 92.3%', '整改超期未公布']]);
    expect(wall(appraisal({ figures: [figure('服务态度', '77.7% 以上'), figure('办事效率', '61.1%'), figure('一次讲清', '88.8%')] })).map(([words]) => words)).toEqual(['待遇核定科：服务态度 77.7% 以上，办事效率 61.1%', '待遇核定科：一次讲清 88.8%']);
  });

  test('a month without a star or a flag is not told', () => {
    expect(pledgesOf(told([], { star: { month: '2026-11', ballots: 3, stars: [] }, flags: { month: '2026-10', flagged: [] } }))).toEqual([]);
  });

  test('each has its time, all screens show the same, and none shows nothing', () => {
    const pledges = pledgesOf(told([promise({ code: 'a' }), promise({ code: 'b' })]));
    expect([0, 11_999, 12_000, 24_000].map((now) => inTurn(pledges, now)?.key)).toEqual(['a', 'a', 'b', 'a']);
    expect(inTurn([], 5)).toBeNull();
  });

  test('the last seal is told with its day', () => {
    expect(sealWords({ day: '2026-11-23', shortCode: '7K3M-02QX-9FTD' })).toBe('11月23日账本短码 7K3M-02QX-9FTD');
    expect(sealWords(null)).toBeNull();
  });
});
