import 'reflect-metadata';
import { Type, plainToInstance } from 'class-transformer';
import { IsIn, IsInt, IsJSON, IsOptional, IsString, IsUrl, Matches, Max, Min, validateSync } from 'class-validator';

export type HallMode = 'demo' | 'production' | 'test';

/** Every setting, read from the environment once. Each is documented here and nowhere else is `process.env` read. */
export class Settings {
  /** `demo`: sample hall, doubles, demo persons. `production`: none of these. `test`: driven by the suite. */
  @IsIn(['demo', 'production', 'test'])
  HALL_MODE: HallMode = 'production';

  /** The one port everything is served on. 0 picks a free one. */
  @Type(() => Number) @IsInt() @Min(0) @Max(65535)
  PORT = 3000;

  /** The address to listen on. */
  @IsString()
  HOST = '0.0.0.0';

  /** `mysql://user:password@host:port/name`, or `sqlite:<path>`; unset means the embedded database in DATA_DIR. */
  @IsOptional() @Matches(/^(mysql|mariadb|sqlite):/)
  DATABASE_URL?: string;

  /** Connections per process to a MySQL-protocol server. */
  @Type(() => Number) @IsInt() @Min(1) @Max(200)
  DB_POOL = 10;

  /** Where the embedded database, encrypted files, keys of the demo and logs live. */
  @IsString()
  DATA_DIR = './data';

  /** How people reach this server from outside; printed into QR codes. */
  @IsOptional() @IsUrl({ require_tld: false, require_protocol: true })
  PUBLIC_URL?: string;

  /** The key ring: fields, files, blind indexes and signed links (docs/operations.md shows its form). The demo makes its own. */
  @IsOptional() @IsString()
  KEY_RING?: string;

  /** WeChat's server, or a double of it. */
  @IsUrl({ require_tld: false, require_protocol: true })
  WECHAT_URL = 'https://api.weixin.qq.com';

  @IsOptional() @IsString()
  WECHAT_APPID?: string;

  @IsOptional() @IsString()
  WECHAT_SECRET?: string;

  /** Subscribe message templates of this mini-program, as JSON (docs/operations.md shows its form). Unset: nobody is asked and nothing is sent by WeChat. */
  @IsOptional() @IsJSON()
  WECHAT_TEMPLATES?: string;

  /** With it, live updates reach clients of every process and limits count over all of them; without it each process does so alone. */
  @IsOptional() @Matches(/^rediss?:/)
  REDIS_URL?: string;

  /** Whoever reads /api/metrics brings it as a bearer token. Without it that door is not there in production. */
  @IsOptional() @Matches(/^[\w-]{20,200}$/)
  METRICS_TOKEN?: string;

  @IsIn(['debug', 'info', 'warn', 'error', 'silent'])
  LOG_LEVEL = 'info';

  /** `stdout`, or `file` for DATA_DIR/logs/api.log. */
  @IsIn(['stdout', 'file'])
  LOG_TO = 'stdout';

  /** Number of proxies in front whose X-Forwarded-For is believed. */
  @Type(() => Number) @IsInt() @Min(0) @Max(5)
  TRUST_PROXY_HOPS = 0;

  /** `false`: this process answers requests only and runs no sweeps. */
  @IsIn(['true', 'false'])
  RUN_JOBS = 'true';

  /** Tests only: epoch milliseconds at which the clock starts; it then runs on at real speed. */
  @IsOptional() @Type(() => Number) @IsInt()
  CLOCK_STARTS_AT?: number;

  /** Demo only: how many working days the sample hall has lived through when it is first seen. */
  @Type(() => Number) @IsInt() @Min(0) @Max(20)
  SAMPLE_DAYS = 5;

  /** A face with rare name characters (CJK Extension B), for paper. */
  @IsOptional() @IsString()
  RARE_GLYPH_FONT?: string;

  get isDemo(): boolean {
    return this.HALL_MODE === 'demo';
  }

  get databaseUrl(): string {
    return this.DATABASE_URL ?? `sqlite:${this.DATA_DIR}/hall.db`;
  }

  get isEmbedded(): boolean {
    return this.databaseUrl.startsWith('sqlite:');
  }
}

/** Only these are taken from the environment; everything else in it is somebody else's. */
const SETTING_NAMES = [
  'HALL_MODE', 'PORT', 'HOST', 'DATABASE_URL', 'DB_POOL', 'DATA_DIR', 'PUBLIC_URL', 'KEY_RING', 'WECHAT_URL', 'WECHAT_APPID', 'WECHAT_SECRET', 'WECHAT_TEMPLATES',
  'REDIS_URL', 'METRICS_TOKEN', 'LOG_LEVEL', 'LOG_TO', 'TRUST_PROXY_HOPS', 'RUN_JOBS', 'CLOCK_STARTS_AT', 'SAMPLE_DAYS', 'RARE_GLYPH_FONT',
] as const satisfies readonly (keyof Settings)[];

/** Needed in production, made up by nobody. */
const REQUIRED_IN_PRODUCTION = ['KEY_RING', 'WECHAT_APPID', 'WECHAT_SECRET', 'PUBLIC_URL', 'DATABASE_URL'] as const;

/**
 * Reads and checks the settings. Throws one error that names every setting that is wrong: a half-configured server
 * does not start.
 */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(SETTING_NAMES.filter((name) => environment[name]).map((name) => [name, environment[name]]));
  const settings = plainToInstance(Settings, given);
  const wrong = validateSync(settings).map((error) => `${error.property}: ${Object.values(error.constraints ?? {}).join(', ')}`);
  if (settings.HALL_MODE === 'production') {
    for (const name of REQUIRED_IN_PRODUCTION) if (!settings[name]) wrong.push(`${name}: must be set in production`);
    if (!settings.WECHAT_URL.startsWith('https:')) wrong.push('WECHAT_URL: must be https in production');
    if (settings.PUBLIC_URL && !settings.PUBLIC_URL.startsWith('https:')) wrong.push('PUBLIC_URL: must be https in production');
    if (settings.CLOCK_STARTS_AT !== undefined) wrong.push('CLOCK_STARTS_AT: tests only');
  }
  if (wrong.length > 0) throw new Error(`The server cannot start with these settings:\n  ${wrong.join('\n  ')}`);
  return settings;
}
