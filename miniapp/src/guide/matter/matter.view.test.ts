import { dotted, limitLines, listWords, materialLines, numbered } from './matter.view.ts';

const materials = [{ asked: null, dataShared: false }, { asked: null, dataShared: true }, { asked: { question: 'who', options: ['yes'] }, dataShared: false }];

it('says how long the list is, all of it first and then one’s own', () => {
  expect(listWords(materials, {})).toContain('全部 2 份');
  expect(listWords(materials, { who: 'yes' })).toBe('您要带 2 份。');
  expect(listWords(materials, { who: 'no' })).toBe('您要带 1 份。');
  expect(listWords(materials, { other: 'x' })).toBe('您要带 1 份，还有 1 份看情况，请把上面选完。');
  expect(listWords(materials.slice(1, 2), { other: 'x' })).toBe('您不用带材料。');
});

it('says of a material how to prepare it and why it is asked for; of one the hall looks up only why', () => {
  const card = { guidance: '拍清楚', form: '原件', legalBasis: '第三十一条', dataShared: false, deferrable: false, promisable: false };
  expect(materialLines(card)).toBe('拍清楚\n形式：原件\n设定依据：第三十一条');
  expect(materialLines({ ...card, dataShared: true })).toBe('设定依据：第三十一条');
  expect(materialLines({ ...card, guidance: '', legalBasis: '待本地填写' })).toBe('形式：原件');
  expect(materialLines({ ...card, deferrable: true, promisable: true })).toBe('拍清楚\n可以后补，可以承诺代替\n形式：原件\n设定依据：第三十一条');
});

it('numbers the steps, and puts a dot before what to mind', () => {
  expect(dotted(['不收钱', '自带笔'])).toBe('· 不收钱\n· 自带笔');
  expect(numbered(['取号', '签字'])).toBe('1. 取号\n2. 签字');
});

it('tells how long it takes by promise, by law and at the window, and leaves out what the district has not said', () => {
  expect(limitLines({ promisedLimit: '当场办结', statutoryLimit: '待本地填写', minutesReady: 5, minutesNotReady: 15 })).toBe('我们承诺：当场办结\n窗口用时：材料已齐约 5 分钟，现场填写约 15 分钟');
});
