import fc from 'fast-check';
import { ageOn, birthDayOf, checkCharacterOf, checkCitizenId, normaliseCitizenId, sexOf } from './citizen-id.ts';
import { dayFromNumber, dayNumber } from './day.ts';

const TODAY = '2026-03-05';
const codeOf = (text: string) => { const verdict = checkCitizenId(text, TODAY); return verdict.ok ? 'ok' : verdict.code; };
const someId = fc.tuple(fc.integer({ min: 100_000, max: 999_999 }), fc.integer({ min: dayNumber('1900-01-01'), max: dayNumber(TODAY) }), fc.integer({ min: 0, max: 999 }))
  .map(([area, day, order]) => `${area}${dayFromNumber(day).replace(/-/g, '')}${String(order).padStart(3, '0')}`)
  .map((first17) => first17 + checkCharacterOf(first17));

test('both synthetic residents have valid numbers, a man born in 1990 and a woman born in 1950', () => {
  expect([codeOf('420606199001011239'), sexOf('420606199001011239'), birthDayOf('420606199001011239')]).toEqual(['ok', 'male', '1990-01-01']);
  expect([codeOf('420606195003150023'), sexOf('420606195003150023')]).toEqual(['ok', 'female']);
});

test('any number with a real birthday and its own check character is accepted, wherever it was issued', () => {
  fc.assert(fc.property(someId, (id) => expect(checkCitizenId(id, TODAY)).toEqual({ ok: true, value: id })));
});

test('one wrong digit is always found', () => {
  fc.assert(fc.property(someId, fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (id, at, step) => {
    const wrong = id.slice(0, at) + String((Number(id.charAt(at)) + step) % 10) + id.slice(at + 1);
    expect(codeOf(wrong)).not.toBe('ok');
  }));
});

test('two neighbouring digits typed the wrong way round are always found', () => {
  fc.assert(fc.property(someId, fc.integer({ min: 0, max: 15 }), (id, at) => {
    fc.pre(id.charAt(at) !== id.charAt(at + 1));
    expect(codeOf(id.slice(0, at) + id.charAt(at + 1) + id.charAt(at) + id.slice(at + 2))).not.toBe('ok');
  }));
});

test('a number typed with full-width signs, spaces and a small x is read as meant', () => {
  expect(normaliseCitizenId(' ４２０６０６ 1990 0101 002ｘ ')).toBe('42060619900101002X');
});

test('each way of being wrong has its own reason', () => {
  expect(codeOf('  ')).toBe('CITIZEN_ID_MISSING');
  expect(codeOf('42060619900101123')).toBe('CITIZEN_ID_LENGTH');
  expect(codeOf('420606900101123')).toBe('CITIZEN_ID_LENGTH');
  expect(codeOf('4206061990010112X9')).toBe('CITIZEN_ID_CHARACTERS');
  expect(codeOf('420606199002301239')).toBe('CITIZEN_ID_DATE');
  expect(codeOf('420606189902011239')).toBe('CITIZEN_ID_DATE');
  expect(codeOf('420606202603061239')).toBe('CITIZEN_ID_FUTURE');
  expect(codeOf('420606199001011238')).toBe('CITIZEN_ID_CHECKSUM');
});

test('an old fifteen-digit number is recognised and the new one asked for', () => {
  expect(checkCitizenId('420606900101123', TODAY)).toMatchObject({ message: expect.stringContaining('18 位') });
});

test('one grows a year older on the birthday itself', () => {
  expect([ageOn('2010-03-06', TODAY), ageOn('2010-03-05', TODAY), ageOn('1950-03-15', TODAY)]).toEqual([15, 16, 75]);
  expect([ageOn('2004-02-29', '2022-02-28'), ageOn('2004-02-29', '2022-03-01')]).toEqual([17, 18]);
});
