import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Halls } from '../hall/halls.ts';
import { WindowsService } from './windows.service.ts';

const WINDOW_SUBJECT = 'window';

/** The window somebody left open is closed for them, as soon as nobody is called to it or served at it. */
@Injectable()
export class WindowHandOn implements OnModuleInit {
  constructor(
    private readonly halls: Halls,
    private readonly windows: WindowsService,
  ) {}

  onModuleInit(): void {
    const { registry } = this.halls.plans;
    registry.worksFrom(async (_hallId, staffId) => {
      const window = await this.halls.windowOf(staffId);
      return window ? [{ text: `正在 ${window.label} 值守`, subject: { kind: WINDOW_SUBJECT, id: window.id } }] : [];
    });
    registry.handedOnBy(WINDOW_SUBJECT, { needs: null, letGo: (work, actor, { subjectId, fromId }) => this.windows.closeOf(work, actor, subjectId, fromId) });
  }
}
