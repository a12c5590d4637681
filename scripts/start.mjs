/**
 * npm start — from a fresh clone to a hall at work, with any Node of at least 18 and nothing else.
 * PORT (3000), HOST and DATA_DIR (./data) are passed on. Without HALL_MODE it is the demo, on its own embedded database.
 */
import { spawn } from 'node:child_process';
import { get } from 'node:http';
import { createServer } from 'node:net';
import { bootstrap } from './bootstrap.mjs';
import { inHouse, PINNED_NODE, ROOT, toolEnvironment } from './kit/house.mjs';
import { giveUp, say } from './kit/say.mjs';
import { buildAll } from './kit/steps.mjs';

const port = Number(process.env.PORT || 3000);

const isFree = (candidate) =>
  new Promise((resolve) => {
    const probe = createServer().once('error', () => resolve(false));
    probe.listen(candidate, process.env.HOST || '0.0.0.0', () => probe.close(() => resolve(true)));
  });

function settings() {
  const environment = { ...toolEnvironment(), PORT: String(port), DATA_DIR: process.env.DATA_DIR || './data' };
  if (!process.env.HALL_MODE) {
    environment.HALL_MODE = 'demo';
    // A database exported in the shell belongs to something real: the sample hall stays out of it.
    if (environment.DATABASE_URL) say('演示模式不使用 DATABASE_URL', 'the demo leaves DATABASE_URL alone; set HALL_MODE to use it');
    delete environment.DATABASE_URL;
  }
  environment.LOG_TO ??= 'file';
  return environment;
}

const answers = () =>
  new Promise((resolve) => {
    get({ host: '127.0.0.1', port, path: '/api/health', timeout: 2000 }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    })
      .on('timeout', function () { this.destroy(); })
      .on('error', () => resolve(false));
  });

/** Waits until the server says it is well. @returns false when it ended first */
async function ready(server) {
  const patience = setInterval(() => say('… 首次启动正在布置样例大厅，请稍候', 'setting up the sample hall, the first time only'), 10_000);
  try {
    return await healthy(server);
  } finally {
    clearInterval(patience);
  }
}

async function healthy(server) {
  while (server.exitCode === null && server.signalCode === null) {
    if (await answers()) return true;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return false;
}

/** The server has told who can sign in and at which address; this adds how to end it. */
function welcome() {
  say('✓ 大厅开门了，地址见上', 'the hall is open at the addresses above');
  process.stdout.write('  按 Ctrl-C 关门;npm run reset 清空重来。  Ctrl-C closes the hall; npm run reset starts over.\n\n');
}

if (!Number.isInteger(port) || port < 1 || port > 65535) giveUp(`PORT 不是有效端口:${process.env.PORT}`, `PORT is not a port: ${process.env.PORT}`);
if (!(await isFree(port))) {
  giveUp(`端口 ${port} 已被占用。请先停下占用它的程序，或换一个:PORT=3100 npm start`, `Port ${port} is in use. Stop what holds it, or choose another: PORT=3100 npm start`);
}
await bootstrap();
const failed = await buildAll(['h5', 'server', 'console', 'verifier']);
if (failed.length > 0) giveUp('构建没有成功，原因见上。', `Could not build: ${failed.join(', ')}. The reason is above.`);

say('… 正在启动服务', 'starting the server');
// A process group of its own: Ctrl-C reaches the server once, through us, and not a second time from the terminal.
const server = spawn(PINNED_NODE, [inHouse('cloud-api/dist/main.js')], { cwd: ROOT, env: settings(), stdio: ['ignore', 'inherit', 'inherit'], detached: true });
let closing = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    closing = true;
    server.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal);
  });
}
server.on('exit', (code, signal) => {
  if (closing) say('大厅已关门', 'closed');
  else process.stderr.write(`\n服务意外停止(${signal ?? code}),日志在 data/logs。\nThe server stopped by itself (${signal ?? code}); its log is in data/logs.\n`);
  process.exit(closing ? 0 : code || 1);
});
if (await ready(server)) welcome();
