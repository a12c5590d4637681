import type { HouseSubjectView } from '@hall/shared/api/views';
import { blankCode, changeOf } from './codes.view.ts';

const bank: HouseSubjectView = { id: 'b', label: '工商银行', facts: { code: '102', label: '工商银行', position: 4, closed: false }, stamp: 's', planned: null };

it('puts a new entry at the end, and the first one of a table at its head', () => {
  expect([blankCode([bank]).position, blankCode([]).position]).toEqual([5, 0]);
});

it('sends a change with what was seen and without stray blanks', () => {
  expect(changeOf(bank, { code: '102', label: ' 工行 ', position: 4, closed: true })).toEqual({ subjectId: 'b', stamp: 's', after: { code: '102', label: '工行', position: 4, closed: true } });
  expect(changeOf(null, blankCode([]))).toMatchObject({ subjectId: null, stamp: null });
});
