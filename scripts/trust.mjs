/**
 * npm run trust — the trials of trust in full: ten thousand bad requests, a thousand contested slots, fifty kills …
 * `npm test` runs a small dose of the same files. Arguments narrow the choice, e.g. `npm run trust -- kill`;
 * HALL_SEED=<number> tells another story.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { bootstrap } from './bootstrap.mjs';
import { inHouse, PINNED_NODE } from './kit/house.mjs';
import { run } from './kit/run.mjs';
import { giveUp, say } from './kit/say.mjs';
import { build } from './kit/steps.mjs';

const REPORT = inHouse('.cache/trust-report.txt');
const TRIALS = '(trust|faults)/';

await bootstrap();
if (!(await build('server')) || !(await build('verifier'))) giveUp('服务没有构建成功。', 'The server could not be built.');
mkdirSync(inHouse('.cache'), { recursive: true });
rmSync(REPORT, { force: true });

const chosen = process.argv.slice(2);
say('… 正在全量试验(约半小时)', 'the full trials, about half an hour');
const { code, seconds } = await run(PINNED_NODE, [
  inHouse('node_modules/jest/bin/jest.js'), '--selectProjects', 'house', '--runInBand', '--forceExit', '--verbose',
  '--testPathPatterns', chosen.length > 0 ? `${TRIALS}.*(${chosen.join('|')})` : TRIALS,
], { show: true, environment: { ...process.env, HALL_DOSE: 'full', HALL_TRUST_REPORT: REPORT } });

const lines = existsSync(REPORT) ? readFileSync(REPORT, 'utf8').trim().split('\n') : [];
process.stdout.write(`\n${lines.map((line) => `  ${line}`).join('\n')}\n\n`);
say(code === 0 ? `✓ 全部通过(${seconds.toFixed(0)} s)` : `✗ 没有通过(${seconds.toFixed(0)} s)`, code === 0 ? 'all trials passed' : 'not passed');
process.exit(code);
