/** The parts of `npm test`, in order. Started by scripts/test.mjs under the project's own Node. */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { findChromium, findMariadb } from '../test/servers/machine.ts';
import { checkTypes } from './check.mjs';
import { inHouse, PINNED_NODE } from './kit/house.mjs';
import { run } from './kit/run.mjs';
import { giveUp, say } from './kit/say.mjs';
import { buildAll, sideBySide } from './kit/steps.mjs';

const REPORT = '.cache/jest-report.json';
/** Minutes. A test that hangs without end must not hold a machine for a day. */
const LONGEST = 25;
/** What a shell may have exported for a real hall. Tests must never see it. */
const REAL_HALL = /^(DATABASE_URL|DB_POOL|DATA_DIR|PORT|HOST|PUBLIC_URL|REDIS_URL|KEY_RING|LOG_LEVEL|LOG_TO|RUN_JOBS|TRUST_PROXY_HOPS|RARE_GLYPH_FONT|CLOCK_STARTS_AT|HALL_.*|WECHAT_.*|SMS_.*)$/;

const noSkips = process.argv.includes('--no-skips') || process.env.CI === 'true';
const forJest = process.argv.slice(2).filter((argument) => argument !== '--no-skips');
const failures = [];

for (const name of Object.keys(process.env)) if (REAL_HALL.test(name)) delete process.env[name];

/** Says what cannot be tried on this machine; in CI that is the end. */
function lookAround() {
  const missing = [
    [findMariadb(), 'MariaDB', '服务器数据库上的测试', 'database tests on MariaDB'],
    [findChromium(), 'Chromium', '浏览器里的测试', 'browser journeys'],
  ].filter(([found]) => !found);
  for (const [, what, chinese, english] of missing) say(`⚠ 本机没有 ${what},跳过${chinese}`, `no ${what} on this machine: ${english} are skipped`);
  if (missing.length > 0 && noSkips) {
    giveUp('不允许跳过测试，请先装好上面的软件。', 'Skipping is not allowed here: install what is missing.');
  }
  process.env.HALL_TEST_MARIADB = findMariadb()?.server ?? '';
  process.env.HALL_TEST_CHROMIUM = findChromium() ?? '';
}

/** Runs one part that is not a test of Jest's, and remembers when it failed. */
async function part(chinese, english, command, args) {
  const result = await run(command, args);
  if (result.code !== 0) {
    process.stderr.write(`${result.output}\n`);
    failures.push(english);
  }
  say(`${result.code === 0 ? '✓' : '✗'} ${chinese}(${result.seconds.toFixed(1)} s)`, english);
}

async function jest() {
  rmSync(inHouse(REPORT), { force: true });
  mkdirSync(inHouse('.cache'), { recursive: true });
  say('… 正在运行测试', 'running the tests');
  const result = await run(PINNED_NODE, [inHouse('node_modules/jest/bin/jest.js'), '--maxWorkers=2', '--workerIdleMemoryLimit=1200M', '--forceExit', '--json', `--outputFile=${REPORT}`, ...forJest], { show: true, limit: LONGEST });
  if (!existsSync(inHouse(REPORT)) && result.seconds >= LONGEST * 60) say(`✗ 测试超过 ${LONGEST} 分钟，已中止`, `the tests took more than ${LONGEST} minutes and were ended: something hangs`);
  say(`${result.code === 0 ? '✓' : '✗'} 测试(${result.seconds.toFixed(1)} s)`, 'tests');
  if (result.code !== 0) failures.push('tests');
  if (!existsSync(inHouse(REPORT))) return { passed: 0, failed: 1, skipped: 0 };
  const report = JSON.parse(readFileSync(inHouse(REPORT), 'utf8'));
  // A file that could not even be loaded holds tests nobody has counted: it is at least one failure.
  return { passed: report.numPassedTests, failed: report.numFailedTests + report.numRuntimeErrorTestSuites, skipped: report.numPendingTests + report.numTodoTests };
}

lookAround();
const unbuilt = await buildAll(['server', 'h5', 'console', 'weapp', 'verifier']);
if (unbuilt.length > 0) failures.push(`build of ${unbuilt.join(', ')}`);

await sideBySide([
  () => part('代码规范', 'lint', PINNED_NODE, [inHouse('node_modules/eslint/bin/eslint.js'), '.']),
  () => part('引用规矩', 'import law', PINNED_NODE, [inHouse('scripts/import-law.mjs')]),
]);
const untyped = (await checkTypes()).filter((result) => result.code !== 0);
if (untyped.length > 0) failures.push(`types of ${untyped.map((result) => result.folder).join(', ')}`);
await part('接口类型', 'API types', PINNED_NODE, [inHouse('scripts/api-types.mjs'), '--check']);

const count = await jest();
if (noSkips && count.skipped > 0) failures.push('skipped tests where none may be skipped');
if (failures.length > 0) process.stderr.write(`\n没有通过 Not passed: ${failures.join('; ')}\n`);
process.stdout.write(`\n${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped\n`);
process.exit(failures.length > 0 || count.failed > 0 || count.passed === 0 ? 1 : 0);
