import fc from 'fast-check';
import { maskBankCard, maskCitizenId, maskName, maskPhone } from './masking.ts';

test('names keep their first and last character', () => {
  expect(['张三', '张小明', '欧阳娜娜', '张', '', '𠮷田'].map(maskName)).toEqual(['张*', '张*明', '欧**娜', '*', '', '𠮷*']);
});

test('numbers keep what a clerk compares', () => {
  expect(maskCitizenId('420606199001011239')).toBe('420***********1239');
  expect(maskPhone('13812345678')).toBe('138****5678');
  expect(maskBankCard('6222020200012345678')).toBe('**** 5678');
});

test('a masked number never shows more than seven characters of what came in, however short', () => {
  fc.assert(fc.property(fc.stringMatching(/^\d{0,20}$/), (digits) => {
    for (const mask of [maskCitizenId, maskPhone, maskBankCard]) expect(mask(digits).replace(/\D/g, '').length).toBeLessThanOrEqual(7);
    expect(maskCitizenId(digits)).toHaveLength(digits.length);
    if (digits.length > 0) expect(maskCitizenId(digits)).toContain('*');
  }));
});
