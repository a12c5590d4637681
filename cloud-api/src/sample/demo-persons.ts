/** The residents whom a visitor of the demo can be. Their ages and cases are made by the sample. */
export interface DemoPerson {
  key: string;
  /** Which synthetic person this is. */
  number: number;
  age: number;
  story: string;
}

export const DEMO_PERSONS: readonly DemoPerson[] = [
  { key: 'new', number: 1, age: 36, story: '第一次来，还没有填过任何内容' },
  { key: 'returned', number: 2, age: 52, story: '预填被退回，有一张照片和一项内容要改' },
  { key: 'ready', number: 3, age: 45, story: '预审已通过，可以约快办时段' },
  { key: 'booked', number: 4, age: 61, story: '今天有预约，到大厅扫码签到' },
  { key: 'waiting', number: 5, age: 58, story: '已经取号，正在等叫号' },
  { key: 'daughter', number: 6, age: 41, story: '女儿，替父亲和母亲两位老人代办' },
  { key: 'elder', number: 7, age: 72, story: '72 岁，使用长辈版，给过的差评有了答复' },
  { key: 'served', number: 8, age: 39, story: '刚在窗口办完，等您评价' },
];
