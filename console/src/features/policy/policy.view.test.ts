import { WUHAN_EXAMPLE_PROFILE as EXAMPLE } from '@hall/shared/enrolment/wuhan-example.profile';
import { problemsOfPolicyProfile } from '@hall/shared/enrolment/policy-profile.rules';
import { draftOf, draftOfFile, draftOfJson, nextDraft, placed, placeWords, profileOf, withoutBlankRows, withoutHead } from './policy.view.ts';

describe('a profile that is being written', () => {
  it('comes back exactly as it was when nothing is changed', () => {
    expect(profileOf(draftOf(EXAMPLE))).toEqual(EXAMPLE);
  });

  it('begins as the one before, but is a version of its own and no example', () => {
    const draft = nextDraft(EXAMPLE);
    expect([draft.example, draft.fields.id, draft.fields.effectiveFrom, draft.fields.source]).toEqual([false, '', '', '']);
    expect(draft.tables.tiers).toHaveLength(57);
  });

  it('keeps what is not a number for the clerk to see, and shows the complaint in that very cell', () => {
    const draft = draftOf(EXAMPLE);
    draft.tables.tiers[3]![1] = '六十';
    draft.fields.divisor = '一百三十九';
    const at = placed(problemsOfPolicyProfile(profileOf(draft)));
    expect([...at.tables.tiers.keys()]).toEqual(['3.1']);
    expect(Object.keys(at.fields)).toEqual(['divisor']);
    expect(at.elsewhere).toEqual([]);
  });

  it('reads amounts the way they stand in documents', () => {
    const draft = draftOf(EXAMPLE);
    draft.tables.tiers = [['1,000', '60元']];
    expect(profileOf(draft)['tiers']).toEqual([{ yuan: 1000, subsidyYuan: 60 }]);
  });

  it('forgets rows nobody has filled in', () => {
    const draft = draftOf(EXAMPLE);
    draft.tables.groups.push(['', ' ', '', '']);
    expect(withoutBlankRows(draft).tables.groups).toHaveLength(EXAMPLE.specialGroups.length);
  });
});

describe('a profile from a file', () => {
  const draft = nextDraft(EXAMPLE);

  it('is taken from a workbook sheet by sheet, and what the workbook lacks stays as it was', () => {
    const read = draftOfFile({ kind: 'sheets', sheets: [
      { name: '基本情况', cells: [['项目', '内容'], ['名称', '樊城区 2027'], ['生效日期', '2027-01-01'], ['计发月数', '139'], ['超过分界后较高标准用于', '全部年份']] },
      { name: '缴费档次', cells: [['每年缴费（元）', '政府补贴（元）'], ['200', '40'], ['300']] },
    ] }, draft);
    expect(read?.fields).toMatchObject({ name: '樊城区 2027', effectiveFrom: '2027-01-01', divisor: '139', beyond: 'all-years' });
    expect(read?.tables.tiers).toEqual([['200', '40'], ['300', '']]);
    expect(read?.tables.groups).toEqual(draft.tables.groups);
  });

  it('is refused when nothing in it looks like one', () => {
    expect(draftOfFile({ kind: 'sheets', sheets: [{ name: 'Sheet1', cells: [['a']] }] }, draft)).toBeNull();
    expect(draftOfJson({ hello: 'world' })).toBeNull();
  });

  it('loses its head row when it is pasted, with or without the unit', () => {
    expect(withoutHead('tiers', [['每年缴费', '政府补贴'], ['200', '40']])).toEqual([['200', '40']]);
    expect(withoutHead('tiers', [['200', '40']])).toEqual([['200', '40']]);
    expect(withoutHead('tiers', [['某标准 缴费档次'], ['改好后录入'], ['每年缴费（元）', '政府补贴（元）'], ['200', '40']])).toEqual([['200', '40']]);
  });
});

test('a finding is named by its table, row and column as they stand on the page', () => {
  expect(['tiers[3].subsidyYuan', 'tiers', 'yearSupplement.upTo', 'effectiveTo'].map(placeWords)).toEqual(['缴费档次与政府补贴第 4 行“政府补贴（元）”', '缴费档次与政府补贴', '年限补贴分界（年）', '失效日期']);
});
