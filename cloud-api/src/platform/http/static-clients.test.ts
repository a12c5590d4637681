import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import fastify, { type FastifyInstance } from 'fastify';
import { platformErrors } from '../errors/platform.errors.ts';
import type { Logger } from '../logging/logger.ts';
import { serveClients } from './static-clients.ts';

const quiet = { error: () => undefined, warn: () => undefined, info: () => undefined } as unknown as Logger;
let folder: string;
let server: FastifyInstance;
let builds = 0;

/** Writes a client as a build does, each a second younger than the last. */
function build(client: string, files: Record<string, string>): void {
  const at = 1_800_000_000 + (builds += 1);
  mkdirSync(join(folder, client, 'assets'), { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(folder, client, name), text);
    utimesSync(join(folder, client, name), at, at);
  }
}
const get = (url: string, headers: Record<string, string> = {}) => server.inject({ url, headers });

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hall-clients-'));
  build('h5', { 'index.html': '<p>居民</p>' });
  server = fastify();
  await serveClients(server, () => platformErrors.NOT_FOUND(), quiet, [{ prefix: '/console', folder: join(folder, 'console') }, { prefix: '', folder: join(folder, 'h5') }]);
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a client built while the server runs is served from then on, its page and its new files', async () => {
  expect((await get('/console/')).statusCode).toBe(404);
  build('console', { 'index.html': '<script>one()</script>', 'assets/app-abcdefgh.js': 'one' });
  const first = await get('/console/desk');
  expect(first.body).toBe('<script>one()</script>');
  build('console', { 'index.html': '<script>two()</script>', 'assets/app-ijklmnop.js': 'two' });
  const second = await get('/console/desk');
  expect(second.body).toBe('<script>two()</script>');
  expect(second.headers['content-security-policy']).not.toBe(first.headers['content-security-policy']);
  expect((await get('/console/assets/app-ijklmnop.js')).body).toBe('two');
});

test('a file that another folder holds is offered beside a client, and nothing else of that folder', async () => {
  build('tools', { 'check.mjs': 'check', 'secret.mjs': 'no' });
  const other = fastify();
  await serveClients(other, () => platformErrors.NOT_FOUND(), quiet, [{ prefix: '', folder: join(folder, 'h5'), beside: { 'check.mjs': join(folder, 'tools') } }]);
  const answer = await other.inject({ url: '/check.mjs' });
  expect([answer.statusCode, answer.body, answer.headers['content-type']]).toEqual([200, 'check', expect.stringContaining('javascript')]);
  expect((await other.inject({ url: '/secret.mjs' })).statusCode).toBe(404);
  await other.close();
});

test('a page that has not changed is not sent twice, and one that has is', async () => {
  const { headers, statusCode } = await get('/');
  expect([statusCode, headers['cache-control'], headers['content-type']]).toEqual([200, 'no-cache', 'text/html; charset=utf-8']);
  expect((await get('/index.html', { 'if-none-match': String(headers.etag) })).statusCode).toBe(304);
  build('h5', { 'index.html': '<p>新的</p>' });
  expect((await get('/', { 'if-none-match': String(headers.etag) })).body).toBe('<p>新的</p>');
});

test('files with a hash in their name are kept for a year, others are asked for again, and large ones are squeezed', async () => {
  build('h5', { 'assets/app-abcdefgh.js': 'x'.repeat(5_000), 'logo.svg': '<svg/>' });
  const squeezed = await get('/assets/app-abcdefgh.js', { 'accept-encoding': 'gzip' });
  expect(squeezed.headers).toMatchObject({ 'cache-control': 'public, max-age=31536000, immutable', 'content-encoding': 'gzip', 'content-type': expect.stringContaining('javascript') });
  expect(gunzipSync(squeezed.rawPayload).toString()).toBe('x'.repeat(5_000));
  expect((await get('/logo.svg')).headers['cache-control']).toBe('no-cache');
});

test.each(['/assets/missing.js', '/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/.env.local', '/assets/../../secret.txt', '/api/nothing', '/api', '/assets'])('%s answers with a problem or the page, never with a file from elsewhere', async (path) => {
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'h5', '.env.local'), 'secret');
  const answer = await get(path);
  expect(answer.body).not.toContain('secret');
  expect([answer.statusCode, answer.headers['content-type']]).toEqual(path === '/assets' ? [200, 'text/html; charset=utf-8'] : [404, expect.stringContaining('problem+json')]);
});

test('the name of a client without a slash leads to the client', async () => {
  const { statusCode, headers } = await get('/console');
  expect([statusCode, headers.location]).toEqual([302, '/console/']);
});
