import { Controller, Get, Header, HttpCode, Res } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ForAnyone, ForOperator } from '../auth/access.ts';
import { Settings } from '../config/settings.ts';
import { ChoiceField, TextField } from '../http/fields.ts';
import { DatabasePulse } from '../persistence/database-pulse.ts';
import { Metrics } from '../metrics/metrics.ts';

export class HealthView {
  @ChoiceField(['ok', 'database-away']) state: string;
  @ChoiceField(['mysql', 'embedded']) database: string;
  @TextField() mode: string;
}

@ApiTags('platform')
@Controller()
export class HealthController {
  constructor(
    private readonly database: DatabasePulse,
    private readonly settings: Settings,
    private readonly metrics: Metrics,
  ) {}

  /** For whoever watches over the server: 200 while it can serve, 503 while it cannot. */
  @Get('health')
  @ForAnyone()
  @HttpCode(200)
  @ApiOkResponse({ type: HealthView })
  async health(@Res({ passthrough: true }) reply: FastifyReply): Promise<HealthView> {
    const alive = await this.database.answers();
    if (!alive) void reply.code(503);
    return { state: alive ? 'ok' : 'database-away', database: this.settings.isEmbedded ? 'embedded' : 'mysql', mode: this.settings.HALL_MODE };
  }

  /** Prometheus text: counts and times, nothing of a person. In production only for the bearer of METRICS_TOKEN. */
  @Get('metrics')
  @ForOperator()
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  @ApiExcludeEndpoint()
  text(): Promise<string> {
    return this.metrics.text();
  }
}
