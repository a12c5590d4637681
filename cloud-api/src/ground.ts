import { join } from 'node:path';
import { ENTITIES } from './entities.ts';
import { MIGRATIONS } from './migrations/all.ts';
import type { Clock } from './platform/clock/clock.ts';
import type { Settings } from './platform/config/settings.ts';
import { aesSuite } from './platform/crypto/aes-suite.ts';
import { parseKeyRing } from './platform/crypto/key-ring.ts';
import { RingCrypto } from './platform/crypto/ring-crypto.ts';
import { Logger } from './platform/logging/logger.ts';
import { openDatabase } from './platform/persistence/data-source.ts';
import type { Ground } from './platform/platform.module.ts';
import { DemoInboxSms } from './platform/sms/demo-inbox.sms.ts';
import { NoSms } from './platform/sms/no-sms.ts';
import { DiskFileStorage } from './platform/storage/disk-file-storage.ts';
import { WechatClient } from './platform/wechat/wechat.client.ts';

/** Opens everything the app stands on. @param keyRing the settings text of the key ring */
export async function layGround(settings: Settings, clock: Clock, keyRing: string): Promise<Ground> {
  const log = new Logger(settings);
  const crypto = new RingCrypto({ ring: parseKeyRing(keyRing, [aesSuite]) });
  const dataSource = await openDatabase({ url: settings.databaseUrl, poolSize: settings.DB_POOL, durable: settings.HALL_MODE !== 'test' }, { entities: ENTITIES, migrations: MIGRATIONS });
  return {
    settings, clock, dataSource, log, crypto,
    sms: settings.HALL_MODE === 'production' ? new NoSms() : new DemoInboxSms({ clock, log }),
    wechat: new WechatClient({ baseUrl: settings.WECHAT_URL, appId: settings.WECHAT_APPID ?? '', appSecret: settings.WECHAT_SECRET ?? '', clock, log }),
    files: new DiskFileStorage({ root: join(settings.DATA_DIR, 'files'), crypto, clock }),
  };
}
