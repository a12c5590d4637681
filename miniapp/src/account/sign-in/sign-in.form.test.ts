import { demoMessage, digitsOf, phoneOf } from './sign-in.form.ts';

test('a number is accepted with the blanks and the country code people type', () => {
  expect(phoneOf('+86 138-1234-5678')).toEqual({ phone: '13812345678' });
  expect(phoneOf('1381234567')).toHaveProperty('error');
});

test('a code pasted with its sentence keeps only its digits', () => {
  expect(digitsOf('验证码 123 456。')).toBe('123456');
});

test('the demonstration shows the latest message to this number and no other', () => {
  const messages = [{ phone: '1', text: 'old', at: 1 }, { phone: '1', text: 'new', at: 2 }, { phone: '2', text: 'other', at: 3 }];
  expect([demoMessage(messages, '1'), demoMessage(messages, '9')]).toEqual(['new', null]);
});
