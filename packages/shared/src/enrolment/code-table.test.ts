import { codeProblems, readCodeWish } from './code-table.rules.ts';

const bank = { code: '102', label: '中国工商银行', position: 0, closed: false };
const other = { code: 'other', label: '其他银行', position: 9, closed: false };
const paths = (problems: { path: string }[]) => problems.map(({ path }) => path);

test('an entry is read with its words trimmed, and each wrong field is named', () => {
  expect(readCodeWish({ ...bank, label: ' 中国工商银行 ' })).toEqual({ wish: bank, problems: [] });
  expect(paths(readCodeWish({ code: '工行', label: '', position: 1.5 }).problems)).toEqual(['code', 'label', 'position']);
});

test('a code never changes, because cases keep it, and is never given twice, even when it was closed', () => {
  expect(paths(codeProblems({ ...bank, code: '103' }, bank, [other]))).toEqual(['code']);
  expect(paths(codeProblems({ ...bank, code: 'other' }, null, [{ ...other, closed: true }]))).toEqual(['code']);
});

test('two that can be chosen do not read alike; a closed one may keep its name beside its successor', () => {
  expect(paths(codeProblems({ ...bank, code: '1021' }, null, [bank, other]))).toEqual(['label']);
  expect(codeProblems({ ...bank, code: '1021' }, null, [{ ...bank, closed: true }, other])).toEqual([]);
});

test('a table keeps at least one entry that can be chosen', () => {
  expect(paths(codeProblems({ ...bank, closed: true }, bank, [{ ...other, closed: true }]))).toEqual(['closed']);
  expect(codeProblems({ ...bank, closed: true }, bank, [other])).toEqual([]);
});
