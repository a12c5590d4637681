const BROWSERS: readonly [RegExp, string][] = [[/\bEdgA?\//, 'Edge'], [/\b(?:OPR|Opera)\//, 'Opera'], [/\bFirefox\//, '火狐'], [/\b(?:Chrome|Chromium|CriOS)\//, '谷歌内核浏览器'], [/\bSafari\//, 'Safari']];
const SYSTEMS: readonly [RegExp, string][] = [[/Android/, '安卓手机'], [/iPhone|iPad/, '苹果手机'], [/Windows/, 'Windows 电脑'], [/Mac OS X/, '苹果电脑'], [/Linux|UOS|Kylin/, 'Linux 电脑']];

const first = (words: readonly [RegExp, string][], text: string): string | undefined => words.find(([sign]) => sign.test(text))?.[1];

/** How people would call the computer a request came from; only for showing, it may be made up by whoever asks. */
export function browserWords(userAgent: string | undefined): string {
  const browser = first(BROWSERS, userAgent ?? '');
  const system = first(SYSTEMS, userAgent ?? '');
  return browser && system ? `${system}，${browser}` : (browser ?? system ?? '没有说明的浏览器');
}

/** An address that tells one's own office from elsewhere and no more: `10.12.*.*`. */
export function placeWords(address: string): string {
  const plain = address.replace(/^::ffff:/, '');
  if (plain === '::1' || plain === '127.0.0.1') return '本机';
  const four = /^(\d{1,3})\.(\d{1,3})\.\d{1,3}\.\d{1,3}$/.exec(plain);
  return four ? `${four[1]}.${four[2]}.*.*` : `${plain.split(':').slice(0, 2).join(':')}:*`;
}
