import { addressNote } from './address.rules.ts';

test('an address that names house or group is left alone, in a town and in a village, in digits and in words', () => {
  for (const address of ['建设路 12 号 3 单元 502', '张湾村3组', '张湾村三组', '牛首镇竹条村 二 队', '米公路１２号', '老街五号']) expect([address, addressNote(address)]).toEqual([address, null]);
});

test('one that stops at the road or the village gets a word of advice, which says that it may stay so', () => {
  for (const address of ['建设路', '张湾村', '第五社区', '三里桥']) expect(addressNote(address)).toContain('写到几组');
  expect(addressNote('张湾村')).toContain('这样也可以');
});

test('nothing is said before anything is written', () => expect([addressNote(undefined), addressNote(' ')]).toEqual([null, null]));
