import type { ApplicationMaterialView, MarkView } from '@hall/shared/api/views';
import { anApplication } from '../../kit/testing/views.ts';
import { fixItems, leftToFix } from './fix.view.ts';

const material = (code: string, label: string, pictures: string[]): ApplicationMaterialView => ({
  code, label, required: true, legalBasis: '', guidance: '', deferrable: false, minPictures: 2, maxPictures: 2, pages: ['人像面', '国徽面'], originalSeen: false,
  pictures: pictures.map((id, at) => ({ id, pageNumber: at + 1, state: 'kept', width: 1, height: 1, bytes: 1, uploadedAt: 0 })),
});
const mark = (target: string, sentence: string, part: Partial<MarkView> = {}): MarkView => ({ id: target, target, targetLabel: '', reasonCode: '', sentence, fixed: false, ...part });

test('only what the clerk marked is there to be mended, each with the sentence', () => {
  const items = fixItems(anApplication({ materials: [material('citizen-id-card', '参保人身份证', ['p1']), material('household-register', '户口簿', [])], marks: [mark('field:bankCard', '卡号少一位'), mark('picture:p1', '反光')] }));
  expect(items.map((item) => [item.key, item.sentence])).toEqual([['field:bankCard', '卡号少一位'], ['material:citizen-id-card', '反光']]);
});

test('two marked pictures of one material are one thing to do, done when both are', () => {
  const items = fixItems(anApplication({ materials: [material('citizen-id-card', '参保人身份证', ['p1', 'p2'])], marks: [mark('picture:p1', '正面反光。', { fixed: true }), mark('picture:p2', '反面缺角。')] }));
  expect(items).toMatchObject([{ key: 'material:citizen-id-card', sentence: '正面反光。 反面缺角。', fixed: false }]);
});

test('a picture already taken away still shows what it was about', () => {
  const items = fixItems(anApplication({ materials: [material('citizen-id-card', '参保人身份证', [])], marks: [mark('picture:gone', '反光', { targetLabel: '参保人身份证第 1 张' })] }));
  expect(items.map((item) => item.key)).toEqual(['material:citizen-id-card']);
});

test('the count of what is left is that of the server', () => {
  expect(leftToFix({ marks: [mark('field:name', ''), mark('field:phone', '', { fixed: true })] })).toBe(1);
});
