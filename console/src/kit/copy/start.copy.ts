export const startCopy = {
  duty: '今日带班',
  dutyNone: '今日尚未安排带班领导',
  dutyHint: '群众有困难，可以直接请带班领导接待。',
  roster: '带班表',
  chooseWindow: '今天坐哪个窗口？',
  chooseHint: '点一下就开窗，可随时暂停或换窗口。',
  windowTaken: (name: string) => `${name} 在用`,
  windowFree: '空闲',
  windowMine: '我的窗口',
  elsewhere: '从这里开始',
};
