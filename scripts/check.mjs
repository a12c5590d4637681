/** npm run check — type checks of every package, two at a time. */
import { bootstrap } from './bootstrap.mjs';
import { runScript } from './kit/run.mjs';
import { say } from './kit/say.mjs';
import { sideBySide } from './kit/steps.mjs';

export const PACKAGES = ['packages/shared', 'packages/doubles', 'cloud-api', 'console', 'miniapp', 'test'];

/** @returns {Promise<{ folder: string, code: number, output: string, seconds: number }[]>} */
export function checkTypes(folders = PACKAGES) {
  return sideBySide(folders.map((folder) => async () => {
    const result = await runScript(folder, 'check');
    if (result.code !== 0) process.stderr.write(`${folder}\n${result.output}\n`);
    say(`${result.code === 0 ? '✓' : '✗'} 类型检查 ${folder}(${result.seconds.toFixed(1)} s)`, 'types');
    return { folder, ...result };
  }));
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  await bootstrap();
  const results = await checkTypes();
  process.exit(results.every((result) => result.code === 0) ? 0 : 1);
}
