import { codeIn, digitsOf } from './scan.ts';

test('the code of the hall is found in its link, in six digits and as a bare token', () => {
  expect(codeIn('https://hall.example.cn/#/visit/check-in/index?code=Zk3-9_abcDEFgh')).toBe('Zk3-9_abcDEFgh');
  expect(codeIn(' 482913 ')).toBe('482913');
  expect(codeIn('Zk3-9_abcDEFgh')).toBe('Zk3-9_abcDEFgh');
});

test('a code of something else is not taken for the hall', () => {
  expect([codeIn('https://example.cn/pay'), codeIn('您好'), codeIn(''), codeIn('12345')]).toEqual([null, null, null, null]);
});

test('six digits stay six digits, however they are typed', () => {
  expect(digitsOf('48 29-13 7')).toBe('482913');
});
