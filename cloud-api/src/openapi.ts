import { mkdtempSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp } from './app.ts';
import { layGround } from './ground.ts';
import { SystemClock } from './platform/clock/clock.ts';
import { readSettings } from './platform/config/settings.ts';
import { aesSuite } from './platform/crypto/aes-suite.ts';
import { generateKeyRing } from './platform/crypto/key-ring.ts';
import { describeApi } from './platform/http/openapi.ts';

/** Prints the OpenAPI document of the API, without listening to anybody. */
const folder = mkdtempSync(join(tmpdir(), 'hall-openapi-'));
const settings = readSettings({ HALL_MODE: 'test', DATABASE_URL: 'sqlite::memory:', DATA_DIR: folder, LOG_LEVEL: 'silent', RUN_JOBS: 'false' });
const app = await buildApp(await layGround(settings, new SystemClock(), generateKeyRing(aesSuite)));
const bytes = Buffer.from(`${JSON.stringify(describeApi(app), null, 1)}\n`);
for (let written = 0; written < bytes.length;) written += writeSync(1, bytes, written);
await app.close();
rmSync(folder, { recursive: true, force: true });
process.exit(0);
