import { pictureVerdict } from './picture-file.view.ts';

test('a file that cannot be a picture, or is too big, is turned away before it is sent', () => {
  expect(pictureVerdict({ type: 'image/jpeg', size: 1 })).toBe('fine');
  expect(pictureVerdict({ type: 'image/png', size: 5 * 1024 * 1024 + 1 })).toBe('too-big');
  expect(pictureVerdict({ type: 'application/pdf', size: 1 })).toBe('wrong-type');
});
