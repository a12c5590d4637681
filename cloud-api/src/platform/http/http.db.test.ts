import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { RouteInventory } from '../auth/route-inventory.ts';
import { TestApp } from '../../testing/test-app.ts';
import { safeHeaders } from './safe-headers.ts';

let hall: TestApp;

beforeAll(async () => {
  hall = await TestApp.start('sqlite::memory:');
}, 60_000);
afterAll(() => hall.close());

test('every route says who may use it', () => {
  const routes = hall.app.get(RouteInventory).routes();
  expect(routes.length).toBeGreaterThan(10);
  expect(routes.filter((route) => route.decision === null)).toEqual([]);
});

test('an unknown field, a wrong type and a missing field are each named, in Chinese', async () => {
  const answer = await hall.call('POST', '/public/sign-in/phone', { body: { phone: 13800138000, wish: 1 } });
  expect(answer.status).toBe(400);
  expect(answer.body).toMatchObject({ code: 'BAD_REQUEST', requestId: expect.stringMatching(/.{8}/) });
  const fields = (answer.body as unknown as { fields: { path: string; message: string }[] }).fields;
  expect(fields.map((field) => field.path).sort()).toEqual(['code', 'phone', 'wish']);
  for (const field of fields) expect(field.message).toMatch(/[一-龥]/);
});

test('a body that is not JSON, too large or of another kind is refused with a problem, not a crash', async () => {
  const send = (payload: string, type = 'application/json') => hall.call('POST', '/public/sign-in/phone', { payload: Buffer.from(payload), headers: { 'content-type': type } });
  for (const unreadable of ['{"phone":', '{"__proto__":{"phone":"1"}}', '']) expect(await send(unreadable)).toMatchObject({ status: 400, body: { code: 'BAD_REQUEST', fields: [{ path: 'body' }] } });
  expect(await send(JSON.stringify({ phone: 'x'.repeat(300_000) }))).toMatchObject({ status: 413, body: { code: 'BODY_TOO_LARGE' } });
  expect(await send('<a/>', 'application/xml')).toMatchObject({ status: 415, body: { code: 'UNSUPPORTED_CONTENT' } });
});

test('every answer, a refusal too, carries the protective headers and the number of its request', async () => {
  for (const path of ['/health', '/nowhere', '/resident/me']) {
    expect((await hall.app.inject({ method: 'GET', url: `/api${path}` })).headers).toMatchObject({ ...safeHeaders(), 'x-request-id': expect.stringMatching(/.{8}/) });
  }
});

test('an unknown path below the API answers with a problem', async () => {
  expect(await hall.call('GET', '/nowhere')).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
});

test('an address that cannot be read, or is too long, answers with a problem too', async () => {
  for (const path of ['/public/matters/%zz', '/public/matters/%ff', `/public/matters/${'x'.repeat(300)}`]) expect(await hall.call('GET', path)).toMatchObject({ status: 404, body: { code: 'NOT_FOUND', requestId: expect.any(String) } });
});

test('what is no HTTP, or has headers without an end, is refused in the same words, and the connection is given up', async () => {
  await hall.app.listen(0, '127.0.0.1');
  const { port } = hall.app.getHttpServer().address() as { port: number };
  const say = async (words: string) => {
    const socket = connect(port, '127.0.0.1');
    socket.write(words);
    return text(socket);
  };
  for (const words of ['good morning\r\n\r\n', `GET /api/health HTTP/1.1\r\nhost: x\r\nlong: ${'x'.repeat(40_000)}\r\n\r\n`]) {
    const answer = await say(words);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(JSON.parse(answer.split('\r\n\r\n')[1]!)).toMatchObject({ code: 'BAD_REQUEST', fields: [{ path: 'request' }] });
  }
});

test('an upload that breaks off or has no boundary is refused and named', async () => {
  const { token } = await hall.resident();
  const send = (type: string, payload: string) => hall.call('POST', `/resident/relatives/x/authority`, { token, payload: Buffer.from(payload), headers: { 'content-type': type } });
  const head = '--b\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n';
  for (const [boundary, payload] of [['; boundary=b', head], ['; boundary=b', `${head}abc`], ['', head], ['; boundary=b', '--b--\r\n']] as const) {
    expect(await send(`multipart/form-data${boundary}`, payload)).toMatchObject({ status: 400, body: { fields: [{ path: 'file' }] } });
  }
});

test('whoever has not signed in, or is not the one the route is for, is refused', async () => {
  const { token } = await hall.resident();
  expect((await hall.call('GET', '/staff/me')).status).toBe(401);
  expect((await hall.call('GET', '/staff/me', { token })).status).toBe(403);
  expect((await hall.call('GET', '/resident/me', { token: 'x'.repeat(43) })).status).toBe(401);
});

test('the demo\'s doors are not there outside the demo', async () => {
  expect((await hall.call('GET', '/public/demo/persons')).status).toBe(404);
  expect((await hall.call('POST', '/public/demo/sign-in', { body: { key: 'x' } })).status).toBe(404);
});
