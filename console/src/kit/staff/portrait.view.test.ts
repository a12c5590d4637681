import { initialOf } from './portrait.view.ts';

test('a clerk without a picture is shown by the first character of the name, however rare it is', () => {
  expect(['王晓梅', ' 欧阳文', '𠮷田一', ''].map(initialOf)).toEqual(['王', '欧', '𠮷', '']);
});
