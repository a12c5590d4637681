/**
 * npm run bench                — every figure
 * npm run bench -- NAME [NAME] — some of them
 * One line a figure; all of them also in test/load/results.json. Exits non-zero only when one could not be measured:
 * machines are noisy, so a figure that misses its mark is reported, not failed.
 */
import { bootstrap } from './bootstrap.mjs';
import { PINNED_NODE } from './kit/house.mjs';
import { run } from './kit/run.mjs';
import { build } from './kit/steps.mjs';

await bootstrap();
for (const part of ['server', 'console', 'h5', 'weapp', 'verifier']) if (!(await build(part))) process.exit(1);
const { code } = await run(PINNED_NODE, ['test/load/bench.ts', ...process.argv.slice(2)], { show: true });
process.exit(code);
