import { Global, Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { AccessGuard } from './auth/access.guard.ts';
import { Knocks } from './auth/knocks.ts';
import { RotatingCodes } from './auth/rotating-codes.ts';
import { RouteInventory } from './auth/route-inventory.ts';
import { Sessions } from './auth/sessions.ts';
import { Tallies } from './auth/tallies.ts';
import { OfficialCalendar } from './calendar/official-calendar.ts';
import { Clock } from './clock/clock.ts';
import { Settings } from './config/settings.ts';
import { CryptoPort } from './crypto/crypto.port.ts';
import { KeyRotation } from './crypto/key-rotation.ts';
import { Passwords } from './crypto/password.ts';
import { Listeners } from './events/listeners.ts';
import { Relay } from './events/relay.ts';
import { HealthController } from './health/health.controller.ts';
import { PublicAddress } from './http/public-address.ts';
import { Jobs } from './jobs/jobs.ts';
import { Logger } from './logging/logger.ts';
import { Metrics } from './metrics/metrics.ts';
import { DatabasePulse } from './persistence/database-pulse.ts';
import { UnitOfWork } from './persistence/unit-of-work.ts';
import { Papers } from './paper/papers.ts';
import { LiveGateway } from './realtime/live.gateway.ts';
import { LiveHub } from './realtime/live.hub.ts';
import { RedisCarrier } from './realtime/redis-carrier.ts';
import { SmsPort } from './sms/sms.port.ts';
import { FileStorage } from './storage/file-storage.ts';
import { PictureCheck } from './storage/picture-check.ts';
import { CodePictures } from './wechat/code-pictures.ts';
import { TextCheck } from './wechat/text-check.ts';
import { WechatClient } from './wechat/wechat.client.ts';

/** What was made before Nest: the outside world, which tests and the demo arrange differently. */
export interface Ground {
  settings: Settings;
  clock: Clock;
  dataSource: DataSource;
  log: Logger;
  crypto: CryptoPort;
  sms: SmsPort;
  wechat: WechatClient;
  files: FileStorage;
}

const OWN = [DatabasePulse, UnitOfWork, Listeners, Jobs, Relay, Sessions, Tallies, RotatingCodes, Knocks, RouteInventory, OfficialCalendar, PublicAddress, LiveHub, LiveGateway, RedisCarrier, Metrics, KeyRotation, TextCheck, CodePictures];

/** What every room stands on. */
@Global()
@Module({})
export class PlatformModule {
  static on(ground: Ground): DynamicModule {
    const given = [
      { provide: Settings, useValue: ground.settings },
      { provide: Clock, useValue: ground.clock },
      { provide: DataSource, useValue: ground.dataSource },
      { provide: Logger, useValue: ground.log },
      { provide: CryptoPort, useValue: ground.crypto },
      { provide: SmsPort, useValue: ground.sms },
      { provide: WechatClient, useValue: ground.wechat },
      { provide: FileStorage, useValue: ground.files },
      { provide: PictureCheck, useValue: new PictureCheck() },
      { provide: Passwords, useValue: new Passwords() },
      { provide: Papers, useValue: new Papers({ rareFontPath: ground.settings.RARE_GLYPH_FONT }) },
    ];
    return {
      module: PlatformModule,
      imports: [DiscoveryModule],
      controllers: [HealthController],
      providers: [...given, ...OWN, { provide: APP_GUARD, useClass: AccessGuard }],
      exports: [...given, ...OWN],
    };
  }
}
