/** A number of any kind, or one written out before the word it counts: 12 号, 三组, 二单元. */
const NUMBERED = /[0-9０-９]|[一二三四五六七八九十百零〇]+\s*(号|组|队|栋|幢|座|排|单元|室|楼|户|巷|弄|社(?!区))/;

/**
 * A word of advice about a registered address 户籍地址 that stops short of house or group; null when there is nothing to
 * say. Never a refusal: there are villages whose houses bear no number, and the register writes no more of them.
 */
export const addressNote = (address: string | undefined): string | null =>
  address === undefined || address.trim() === '' || NUMBERED.test(address) ? null
    : '还没有写门牌号。请照户口簿写全，例如“建设路 12 号”，村里写到几组，例如“张湾村 3 组”。户口簿上就没有的，这样也可以。';
