/**
 * npm run verify-ledger -- FILE [--key KEY] [--code SHORT-CODE] [--json]
 * Makes the verifier when it is not there yet and hands it the words as they are. Whoever has only the file
 * /verify-ledger.mjs of a hall needs neither this script nor this repository.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { bootstrap } from './bootstrap.mjs';
import { inHouse } from './kit/house.mjs';
import { build } from './kit/steps.mjs';

const VERIFIER = inHouse('scripts/verifier/dist/verify-ledger.mjs');

// What it says belongs to whoever reads it: progress of the building stands on the other channel.
const write = process.stdout.write.bind(process.stdout);
process.stdout.write = process.stderr.write.bind(process.stderr);
await bootstrap();
if (!(await build('verifier'))) process.exit(2);
process.stdout.write = write;

// npm runs scripts in the root: a file is meant from where the command was typed.
const from = process.env.INIT_CWD ?? process.cwd();
const words = process.argv.slice(2).map((word) => (!word.startsWith('-') && !isAbsolute(word) && existsSync(resolve(from, word)) ? resolve(from, word) : word));
process.exit(spawnSync(process.execPath, [VERIFIER, ...words], { stdio: 'inherit' }).status ?? 2);
