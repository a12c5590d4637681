/**
 * npm test — the whole suite. `npm test -- --no-skips` refuses to leave anything out (CI=true does the same);
 * any other argument is handed to Jest, e.g. `npm test -- booking`.
 */
import { spawn } from 'node:child_process';
import { bootstrap } from './bootstrap.mjs';
import { inHouse, PINNED_NODE, ROOT, toolEnvironment } from './kit/house.mjs';

await bootstrap();
// From here on the project's own Node does the work: it reads the TypeScript the suite is written in.
const suite = spawn(PINNED_NODE, [inHouse('scripts/suite.mjs'), ...process.argv.slice(2)], { cwd: ROOT, env: toolEnvironment(), stdio: ['ignore', 'inherit', 'inherit'] });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => suite.kill(signal));
suite.on('exit', (code) => process.exit(code ?? 1));
