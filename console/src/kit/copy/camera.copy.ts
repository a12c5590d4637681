export const cameraCopy = {
  open: '拍照',
  addFile: '选文件',
  take: '拍下',
  title: (label: string) => `拍摄：${label}`,
  lead: '把材料放平，四角都在画面里，避开反光。',
  fault: '摄像头打不开。请检查是否插好、浏览器是否允许使用，或改为选文件。',
  close: '拍好了',
  tooBig: '图片超过 5 MB，请压缩后再传。',
  wrongType: '请选择 JPG 或 PNG 图片。',
};
