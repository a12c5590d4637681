import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dayOf, yearOf } from '@hall/shared/kernel/day';
import { buildApp } from './app.ts';
import { layGround } from './ground.ts';
import { system } from './platform/auth/actor.ts';
import { loadYears } from './platform/calendar/load-years.ts';
import { officialYears } from './platform/calendar/official-years.ts';
import { StartedClock, SystemClock, type Clock } from './platform/clock/clock.ts';
import { readSettings, type Settings } from './platform/config/settings.ts';
import { aesSuite } from './platform/crypto/aes-suite.ts';
import { generateKeyRing } from './platform/crypto/key-ring.ts';
import { PublicAddress } from './platform/http/public-address.ts';
import type { Ground } from './platform/platform.module.ts';
import { lockDataFolder } from './platform/persistence/server-lock.ts';
import { UnitOfWork } from './platform/persistence/unit-of-work.ts';
import { refuseSample } from './set-up/refuse-sample.ts';
import { openDemo } from './sample/demo.ts';

/** Outside production a ring is made once and kept with the data it protects. */
function keyRingOf(settings: Settings): string {
  if (settings.KEY_RING) return settings.KEY_RING;
  const path = join(settings.DATA_DIR, 'key-ring.txt');
  if (!existsSync(path)) {
    mkdirSync(settings.DATA_DIR, { recursive: true });
    writeFileSync(path, generateKeyRing(aesSuite), { mode: 0o600 });
  }
  return readFileSync(path, 'utf8');
}

/** The official years this release knows are there from the first start on; an administrator's own are left alone. */
async function loadOfficialYears(ground: Ground): Promise<void> {
  await new UnitOfWork(ground.dataSource, ground.clock).run(system('start'), (work) => loadYears(work, officialYears(yearOf(dayOf(ground.clock.now())))));
}

async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const unlock = settings.isEmbedded ? lockDataFolder(settings.DATA_DIR) : () => undefined;
  const real: Clock = settings.CLOCK_STARTS_AT === undefined ? new SystemClock() : new StartedClock(settings.CLOCK_STARTS_AT);
  const demo = settings.isDemo ? await openDemo(settings, real) : null;
  const ground = await layGround(demo?.settings ?? settings, demo?.clock ?? real, keyRingOf(settings));
  await refuseSample(settings, ground.dataSource);
  await loadOfficialYears(ground);
  await demo?.prepare(ground);
  const app = await buildApp(ground);
  await demo?.seed(app);
  await app.listen(settings.PORT, settings.HOST);

  const address = (app.getHttpServer().address() as { port: number }).port;
  process.stdout.write(`READY http://127.0.0.1:${address}\n`);
  demo?.greet(app.get(PublicAddress), address);

  let closing = false;
  const close = async (): Promise<void> => {
    if (closing) return;
    closing = true;
    await app.close();
    await ground.dataSource.destroy();
    await demo?.close();
    unlock();
    process.exit(0);
  };
  process.on('SIGINT', () => void close());
  process.on('SIGTERM', () => void close());
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
