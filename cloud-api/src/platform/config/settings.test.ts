import { readSettings } from './settings.ts';

const production = {
  HALL_MODE: 'production', DATABASE_URL: 'mysql://u:p@db/hall', PUBLIC_URL: 'https://hall.example.cn', KEY_RING: 'ring', WECHAT_APPID: 'wx1', WECHAT_SECRET: 's', PORT: '8080',
};

test('a server set up for production starts, its numbers read as numbers', () => {
  expect(readSettings(production)).toMatchObject({ HALL_MODE: 'production', PORT: 8080, DB_POOL: 10, isEmbedded: false, isDemo: false });
});

test.each(['DATABASE_URL', 'PUBLIC_URL', 'KEY_RING', 'WECHAT_APPID', 'WECHAT_SECRET'])('production without %s does not start, and the refusal names it', (name) => {
  expect(() => readSettings({ ...production, [name]: undefined })).toThrow(name);
});

test('every wrong setting is named at once', () => {
  expect(() => readSettings({ HALL_MODE: 'demo', PORT: '99999', LOG_LEVEL: 'loud' })).toThrow(/PORT[\s\S]*LOG_LEVEL|LOG_LEVEL[\s\S]*PORT/);
});

test('production refuses a clock that does not tell the time and a WeChat that is not WeChat', () => {
  expect(() => readSettings({ ...production, CLOCK_STARTS_AT: '1' })).toThrow('CLOCK_STARTS_AT');
  expect(() => readSettings({ ...production, WECHAT_URL: 'http://127.0.0.1:9' })).toThrow('WECHAT_URL');
});

test('whatever else stands in the environment is left alone', () => {
  expect(readSettings({ HALL_MODE: 'test', NONSENSE: 'x' })).not.toHaveProperty('NONSENSE');
});
