import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ForAnyone } from '../../platform/auth/access.ts';
import { Halls } from '../hall/halls.ts';
import { BoardView } from './board.dto.ts';
import { LiveBoard } from './live-board.ts';

@ApiTags('board')
@Controller('public/board')
export class BoardPublicController {
  constructor(
    private readonly board: LiveBoard,
    private readonly halls: Halls,
  ) {}

  @Get()
  @ForAnyone()
  @Header('cache-control', 'no-cache')
  @ApiOkResponse({ type: BoardView })
  async read(): Promise<BoardView> {
    return this.board.view(await this.halls.defaultHallId());
  }
}
