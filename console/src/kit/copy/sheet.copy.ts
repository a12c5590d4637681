export const sheetCopy = {
  row: '行',
  add: '加一行',
  remove: (row: number) => `删去第 ${row} 行`,
  pasteHint: '可以从 Excel 里复制几格，点一格后直接粘贴。',
  rowProblem: (row: number, message: string) => `第 ${row} 行：${message}`,
  choose: '从文件读入',
  kinds: '.xlsx 或 .json',
  tooLarge: '文件超过 2 MB，请确认选对了文件。',
  wrongKind: '请选择 .xlsx 或 .json 文件；旧的 .xls 请先另存为 .xlsx。',
  damaged: '这个文件打不开，可能已损坏或加了密码，请重新导出后再试。',
};
