import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Listeners } from '../../platform/events/listeners.ts';
import { starFinal } from '../star/star.events.ts';
import { HonoursService } from './honours.service.ts';

/** Honours that follow from what was voted or counted: nobody types them, nobody can take them off. */
@Injectable()
export class LightsListeners implements OnModuleInit {
  constructor(
    private readonly listeners: Listeners,
    private readonly honours: HonoursService,
  ) {}

  onModuleInit(): void {
    this.listeners.on(starFinal, 'lights.star', async (work, { payload: { hallId, roundId, month, winners } }) => {
      for (const holderId of winners) await this.honours.earn(work, { hallId, holderKind: 'person', holderId, title: `${monthInWords(month)}服务标兵`, document: '群众投票结果，见阳光账本', source: 'star', key: `star:${roundId}:${holderId}` });
    });
  }
}

const monthInWords = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月`;
