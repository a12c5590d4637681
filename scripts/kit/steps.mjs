import { existsSync, rmSync } from 'node:fs';
import { inHouse } from './house.mjs';
import { runScript } from './run.mjs';
import { say } from './say.mjs';
import { fingerprint, Stamp } from './stamp.mjs';

const common = ['tsconfig.base.json', 'pnpm-lock.yaml', 'packages/shared/package.json', 'packages/shared/src'];

/**
 * What can be built. What it `makes` must exist afterwards: Taro reports a wrong configuration and still exits 0.
 * What lies `in` its folder afterwards belongs to the build: the folder is emptied before, and a build by hand over it is noticed.
 * `needs` names environment variables that change the result, `without` folders that do not: the server is what the
 * API types are made from.
 */
export const STEPS = {
  server: { chinese: '云端服务', english: 'server', folder: 'cloud-api', script: 'build', inputs: ['cloud-api'], makes: ['cloud-api/dist/main.js', 'cloud-api/dist/openapi.js'], in: 'cloud-api/dist', without: ['packages/shared/src/api'] },
  console: { chinese: '窗口工作台与大厅屏', english: 'console and screen', folder: 'console', script: 'build', inputs: ['console'], makes: ['console/dist/console/index.html', 'console/dist/screen/index.html'], in: 'console/dist' },
  h5: { chinese: '居民端 H5', english: 'resident H5', folder: 'miniapp', script: 'build:h5', inputs: ['miniapp'], makes: ['miniapp/dist/h5/index.html'], in: 'miniapp/dist/h5', needs: ['HALL_API_BASE'] },
  verifier: { chinese: '账本核对程序', english: 'ledger verifier', folder: 'test', script: 'build:verifier', inputs: ['scripts/verifier', 'scripts/build-verifier.mjs', 'test/package.json'], makes: ['scripts/verifier/dist/verify-ledger.mjs'], in: 'scripts/verifier/dist', without: ['packages/shared/src/api'] },
  weapp: { chinese: '微信小程序', english: 'mini-program', folder: 'miniapp', script: 'build:weapp', inputs: ['miniapp'], makes: ['miniapp/dist/weapp/app.json'], in: 'miniapp/dist/weapp', needs: ['HALL_API_BASE'] },
};

const seconds = (result) => `${result.seconds.toFixed(1)} s`;

/**
 * Builds one step, or skips it when nothing it is made from has changed.
 * @returns {Promise<boolean>} whether the result is there; a failure has been told already
 */
export async function build(name, environment = process.env) {
  const step = STEPS[name];
  const stamp = new Stamp(`.cache/stamps/${name}`);
  const made = () => fingerprint([step.in]);
  const asked = () => fingerprint([...common, ...step.inputs], [process.version, ...(step.needs ?? []).map((variable) => environment[variable])], step.without);
  const print = asked();
  const missing = () => step.makes.filter((file) => !existsSync(inHouse(file)));
  if (missing().length === 0 && stamp.matches(`${print} ${made()}`)) {
    say(`✓ ${step.chinese} 未变，跳过`, `${step.english}: unchanged`);
    return true;
  }
  stamp.remove();
  rmSync(inHouse(step.in), { recursive: true, force: true });
  say(`… 正在构建${step.chinese}`, `building the ${step.english}`);
  const result = await runScript(step.folder, step.script, { environment });
  if (result.code !== 0 || missing().length > 0) {
    process.stderr.write(`${result.output}\n`);
    say(`✗ ${step.chinese}构建失败(${seconds(result)})`, `${step.english}: failed${result.code === 0 ? `, not written: ${missing().join(', ')}` : ''}`);
    return false;
  }
  // Changed while it was built, it is anybody's guess what went in: it is built again the next time.
  if (asked() === print) stamp.write(`${print} ${made()}`);
  say(`✓ ${step.chinese}已就绪(${seconds(result)})`, `${step.english}: built`);
  return true;
}

/**
 * Does the jobs, at most `width` side by side, the first named first.
 * @template T
 * @param {(() => Promise<T>)[]} jobs
 * @returns {Promise<T[]>} the results in the order of the jobs
 */
export async function sideBySide(jobs, width = 2) {
  const results = new Array(jobs.length);
  let next = 0;
  const worker = async () => {
    while (next < jobs.length) {
      const mine = next;
      next += 1;
      results[mine] = await jobs[mine]();
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, jobs.length) }, worker));
  return results;
}

/** Builds several steps, two at a time. @returns the names that failed */
export async function buildAll(names, environment = process.env) {
  const done = await sideBySide(names.map((name) => () => build(name, environment)));
  return names.filter((_, index) => !done[index]);
}
