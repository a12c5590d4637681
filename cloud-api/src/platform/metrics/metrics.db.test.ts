import { TestApp } from '../../testing/test-app.ts';

const TOKEN = 'a-token-of-the-operator-0123456789';
const PRODUCTION = { HALL_MODE: 'production', PUBLIC_URL: 'https://hall.example.cn', WECHAT_URL: 'https://wechat.example.cn', WECHAT_APPID: 'wx1', WECHAT_SECRET: 's', KEY_RING: 'given by the test' };

async function metricsOf(environment: Record<string, string>, token?: string) {
  const hall = await TestApp.start('sqlite::memory:', { environment });
  try {
    return await hall.call<{ code?: string } | Buffer>('GET', '/metrics', token ? { token } : {});
  } finally {
    await hall.close();
  }
}

test('in production the figures of the server are not there for anybody who has no token of the operator’s', async () => {
  expect(await metricsOf(PRODUCTION)).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
  expect(await metricsOf({ ...PRODUCTION, METRICS_TOKEN: TOKEN })).toMatchObject({ status: 401 });
  expect(await metricsOf({ ...PRODUCTION, METRICS_TOKEN: TOKEN }, `${TOKEN}x`)).toMatchObject({ status: 401 });
  const { status, body } = await metricsOf({ ...PRODUCTION, METRICS_TOKEN: TOKEN }, TOKEN);
  expect(status).toBe(200);
  expect(String(body)).toContain('hall_request_seconds');
});

test('outside production they are open, unless a token is set', async () => {
  expect((await metricsOf({})).status).toBe(200);
  expect((await metricsOf({ METRICS_TOKEN: TOKEN })).status).toBe(401);
});
