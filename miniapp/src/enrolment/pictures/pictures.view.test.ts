import type { ApplicationMaterialView, PictureView } from '@hall/shared/api/views';
import { mayChange, missing, nextPage, standing } from './pictures.view.ts';

const pictures = (...pages: number[]) => pages.map((pageNumber) => ({ id: `p${pageNumber}`, pageNumber }) as PictureView);
const material = (part: Partial<ApplicationMaterialView>) => ({ code: 'x', label: '身份证', required: true, deferrable: false, minPictures: 2, maxPictures: 2, pages: ['人像面', '国徽面'], pictures: [], ...part }) as ApplicationMaterialView;

test('one side of a card holds its owner up, and the sentence is the server\'s', () => {
  expect([missing([material({})]), missing([material({ pictures: pictures(1) })]), missing([material({ pictures: pictures(1, 2) })])])
    .toEqual([['请拍照上传“身份证”：人像面、国徽面，共 2 张。'], ['“身份证”要拍人像面和国徽面，还差 1 张。'], []]);
});

test('a material that may be brought later does not hold anyone up', () => {
  expect(missing([material({ deferrable: true }), material({ required: false })])).toEqual([]);
});

test('each card says how far it is', () => {
  expect([material({}), material({ pictures: pictures(1) }), material({ pictures: pictures(1, 2) }), material({ deferrable: true }), material({ deferrable: true, pictures: pictures(1) }), material({ minPictures: 1, pages: [] })].map((one) => standing(one).words))
    .toEqual(['必须上传，共 2 张', '已传 1/2 张', '已传齐 2 张', '可以来窗口时再带', '已传 1/2 张', '必须上传']);
});

test('the next picture is the first page nobody has taken, also after one was removed', () => {
  expect([[], [1], [2], [1, 2]].map((taken) => nextPage(material({ pictures: pictures(...taken) })))).toEqual(['人像面', '国徽面', '人像面', null]);
  expect(nextPage(material({ pages: [] }))).toBeNull();
});

test('only what the server opens can be changed', () => {
  expect([mayChange({ editable: ['picture:p1'] }, 'picture:p1'), mayChange({ editable: ['picture:p1'] }, 'picture:p2')]).toEqual([true, false]);
});
