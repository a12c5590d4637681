import fc from 'fast-check';
import { bankCardWarning, checkBankCard, luhnHolds } from './bank-card.ts';
import { fenFromYuanText, fenOfYuan, yuanText } from './money.ts';
import { checkPhone } from './phone.ts';

test('a mobile number is read with spaces, dashes, country code or full-width digits', () => {
  for (const text of ['138 1234 5678', '+86-138-1234-5678', '１３８12345678']) expect(checkPhone(text)).toEqual({ ok: true, value: '13812345678' });
});

test('a landline or a short number is not a mobile number', () => {
  expect(['07103256789', '12812345678', '1381234567'].filter((text) => checkPhone(text).ok)).toEqual([]);
  expect(checkPhone(' ')).toMatchObject({ code: 'PHONE_MISSING' });
});

test('a card that fails the Luhn sum is warned about and still accepted', () => {
  expect(checkBankCard('6222 0202 0001 2345 678')).toMatchObject({ ok: true, value: '6222020200012345678' });
  expect(bankCardWarning('4539578763621486')).toBeNull();
  expect(bankCardWarning('4539578763621487')).toContain('对照卡面');
  expect(bankCardWarning('12')).toBeNull();
  expect(checkBankCard('12')).toMatchObject({ code: 'BANK_CARD_FORMAT' });
});

test('changing any one digit of a card breaks the Luhn sum', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 15 }), fc.integer({ min: 1, max: 9 }), (at, step) => {
    const card = '4539578763621486';
    expect(luhnHolds(card.slice(0, at) + String((Number(card.charAt(at)) + step) % 10) + card.slice(at + 1))).toBe(false);
  }));
});

test('fen written as yuan and read again are the same fen', () => {
  fc.assert(fc.property(fc.nat(10_000_000_000), (fen) => expect(fenFromYuanText(yuanText(fen))).toEqual({ ok: true, value: fen })));
  expect([yuanText(40_000), yuanText(123_450), yuanText(-5)]).toEqual(['400', '1,234.50', '-0.05']);
});

test('what is not money is refused', () => {
  expect(['', '4.005', '-3', '四百', '1e3'].filter((text) => fenFromYuanText(text).ok)).toEqual([]);
});

test('half a fen rounds up, also where binary fractions would round it down', () => {
  expect([fenOfYuan(1.005), fenOfYuan(-1.005), fenOfYuan(141.8334)]).toEqual([101, -101, 14_183]);
});
