import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, ForResident } from '../../platform/auth/access.ts';
import type { ResidentActor } from '../../platform/auth/actor.ts';
import { IdempotencyKey, type Idempotency } from '../../platform/http/idempotency.ts';
import { DoneView, RelativeInput, RelativeList, RelativeView } from './identity.dto.ts';
import { RelativesService } from './relatives.service.ts';

@ApiTags('relatives')
@ApiBearerAuth()
@Controller('resident/relatives')
@ForResident()
export class RelativesResidentController {
  constructor(private readonly relatives: RelativesService) {}

  @Get()
  @ApiOkResponse({ type: RelativeList })
  async list(@CurrentActor() actor: ResidentActor): Promise<RelativeList> {
    return { items: await this.relatives.list(actor.id) };
  }

  @Post()
  @HttpCode(200)
  @ApiOkResponse({ type: RelativeView })
  add(@CurrentActor() actor: ResidentActor, @Body() input: RelativeInput, @IdempotencyKey() key: Idempotency | null): Promise<RelativeView> {
    return this.relatives.add(actor, input, key);
  }

  @Delete(':id')
  @ApiOkResponse({ type: DoneView })
  async remove(@CurrentActor() actor: ResidentActor, @Param('id') id: string): Promise<DoneView> {
    await this.relatives.remove(actor, id);
    return { done: true };
  }
}
