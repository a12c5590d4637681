import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Listeners } from '../../platform/events/listeners.ts';
import { redFlagsGiven } from '../assessment/assessment.events.ts';
import { starFinal } from '../star/star.events.ts';
import { Stars } from '../star/stars.ts';
import { CardShelf } from './card-shelf.ts';
import { HonoursService } from './honours.service.ts';

/** Honours that follow from what was voted or counted: nobody types them, nobody can take them off. */
@Injectable()
export class LightsListeners implements OnModuleInit {
  constructor(
    private readonly listeners: Listeners,
    private readonly honours: HonoursService,
    private readonly shelf: CardShelf,
    private readonly stars: Stars,
  ) {}

  onModuleInit(): void {
    this.stars.portraitsFrom((hallId) => this.shelf.portraitsShown(hallId));
    this.listeners.on(starFinal, 'lights.star', async (work, { payload: { hallId, roundId, month, winners } }) => {
      for (const holderId of winners) await this.honours.earn(work, { hallId, holderKind: 'person', holderId, title: `${monthInWords(month)}服务标兵`, document: '群众投票结果，见阳光账本', source: 'star', key: `star:${roundId}:${holderId}` });
    });
    this.listeners.on(redFlagsGiven, 'lights.red-flag', async (work, { payload: { hallId, month, windowIds } }) => {
      for (const holderId of windowIds) await this.honours.earn(work, { hallId, holderKind: 'window', holderId, title: `${monthInWords(month)}红旗窗口`, document: '按事先公布的算法计算，见阳光账本', source: 'flag', key: `flag:${month}:${holderId}` });
    });
  }
}

const monthInWords = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月`;
