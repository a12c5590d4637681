/**
 * Takes out of a text what could name a person: ID numbers, phones, bank accounts, plates and WeChat-like handles become
 * `［已隐去］`. A first proposal for the public wording; a person still reads it before it is published.
 */
export function redact(text: string): string {
  return text
    .replace(/[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}[\dXx]/g, HIDDEN)
    .replace(/(?<!\d)(?:\d[ -]?){12,19}(?!\d)/g, HIDDEN)
    .replace(/(?<!\d)(?:\+?86[ -]?)?1[3-9]\d(?:[ -]?\d){8}(?!\d)/g, HIDDEN)
    .replace(/(?<!\d)0\d{2,3}[ -]?\d{7,8}(?!\d)/g, HIDDEN)
    .replace(/[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][·]?[A-Z0-9]{5,6}/g, HIDDEN)
    .replace(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, HIDDEN);
}
const HIDDEN = '［已隐去］';
