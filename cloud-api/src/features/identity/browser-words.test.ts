import { browserWords, placeWords } from './browser-words.ts';

test('the computer that asks is named as people would name it', () => {
  expect(browserWords('Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36 Edg/126.0')).toBe('Windows 电脑，Edge');
  expect(browserWords('Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36')).toBe('Linux 电脑，谷歌内核浏览器');
  expect([browserWords('curl/8'), browserWords(undefined)]).toEqual(['没有说明的浏览器', '没有说明的浏览器']);
});

test('of its address only enough is shown to tell the own office from elsewhere', () => {
  expect([placeWords('10.12.3.44'), placeWords('::ffff:192.168.1.7'), placeWords('::1'), placeWords('2408:8000:1::9')]).toEqual(['10.12.*.*', '192.168.*.*', '本机', '2408:8000:*']);
});
