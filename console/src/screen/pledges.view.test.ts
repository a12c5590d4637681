import { inTurn, pledgesOf, sealWords } from './pledges.view.ts';

const promise = (more: object = {}) => ({ code: 'a', wording: '叫号后 5 分钟内办结', holderKind: 'hall' as const, holderName: '大厅', month: null, ...more });
const month = (rate: number | null, met: number, broken: number) => ({ month: { period: '2026-11', asOf: '2026-11-23', met, broken, ended: 0, excluded: 0, rate, spread: [] } });

describe('what the wall tells in turn', () => {
  test('a promise stands with its last sealed figure and of how many; with too few there is only their number', () => {
    expect(pledgesOf([promise(month(966, 290, 10)), promise(month(null, 3, 0)), promise()], null).map(({ figure }) => figure)).toEqual(['11 月兑现 96.6%，共 300 件', '11 月 3 件，不足 5 件不算比例', null]);
  });

  test('a section or a person stands beside its own promise, and the star comes after the promises', () => {
    expect(pledgesOf([promise({ holderKind: 'person', holderName: '王晓梅（经办员）' })], { month: '2026-11', winners: ['李文静', '王晓梅'] }).map(({ kind, words }) => [kind, words]))
      .toEqual([['王晓梅（经办员）', '叫号后 5 分钟内办结'], ['服务标兵', '李文静、王晓梅']]);
  });

  test('each has its time, all screens show the same, and none shows nothing', () => {
    const pledges = pledgesOf([promise({ code: 'a' }), promise({ code: 'b' })], null);
    expect([0, 11_999, 12_000, 24_000].map((now) => inTurn(pledges, now)?.key)).toEqual(['a', 'a', 'b', 'a']);
    expect(inTurn([], 5)).toBeNull();
  });

  test('the last seal is told with its day', () => {
    expect(sealWords({ day: '2026-11-23', shortCode: '7K3M-02QX-9FTD' })).toBe('11月23日账本短码 7K3M-02QX-9FTD');
    expect(sealWords(null)).toBeNull();
  });
});
