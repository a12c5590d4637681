import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { Halls, type WindowFacts } from '../hall/halls.ts';
import { BoardVersions } from './board-versions.ts';
import { queueErrors } from './queue.errors.ts';
import { windowChanged } from './queue.events.ts';

type Check = (work: Work, window: WindowFacts) => Promise<void>;

/** Opening, pausing and closing windows. A clerk sits at one window, and a window has one clerk. */
@Injectable()
export class WindowsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly halls: Halls,
    private readonly board: BoardVersions,
  ) {}

  /** Sits down at a window, or goes on after a pause. @throws WINDOW_TAKEN, WINDOW_ALREADY_HELD */
  open(actor: StaffActor, windowId: string): Promise<void> {
    return this.change(actor, windowId, 'open', async (work, window) => {
      if (window.clerkId !== null && window.clerkId !== actor.id) throw queueErrors.WINDOW_TAKEN();
      const mine = await this.halls.windowOf(actor.id, work.manager);
      if (mine && mine.id !== windowId) throw queueErrors.WINDOW_ALREADY_HELD();
    });
  }

  /** Nobody new is called; whoever is at the window is served to the end. @throws WINDOW_NEEDED when it is not the clerk's */
  pause(actor: StaffActor, windowId: string): Promise<void> {
    return this.change(actor, windowId, 'paused', async (_, window) => {
      if (window.clerkId !== actor.id) throw queueErrors.WINDOW_NEEDED();
    });
  }

  /** @throws WINDOW_NEEDED, WINDOW_BUSY while somebody is called to it or served at it */
  close(actor: StaffActor, windowId: string): Promise<void> {
    return this.change(actor, windowId, 'closed', async (work, window) => {
      if (window.clerkId !== null && window.clerkId !== actor.id) throw queueErrors.WINDOW_NEEDED();
      await this.refuseWhileBusy(work, windowId);
    });
  }

  /** Closes the window of a clerk who does not come back to it, in the caller's unit of work. @throws NOT_FOUND when it is not theirs any more, WINDOW_BUSY */
  closeOf(work: Work, actor: StaffActor, windowId: string, clerkId: string): Promise<void> {
    return this.set(work, actor, windowId, 'closed', async (_, window) => {
      if (window.clerkId !== clerkId) throw platformErrors.NOT_FOUND();
      await this.refuseWhileBusy(work, windowId);
    });
  }

  private change(actor: StaffActor, windowId: string, state: WindowFacts['state'], check: Check): Promise<void> {
    return this.unitOfWork.run(actor, (work) => this.set(work, actor, windowId, state, check));
  }

  private async set(work: Work, actor: StaffActor, windowId: string, state: WindowFacts['state'], check: Check): Promise<void> {
    await this.board.raise(work, actor.hallId);
    const window = await this.halls.lockWindow(work, actor.hallId, windowId);
    await check(work, window);
    await this.halls.setWindow(work, window, { state, clerkId: state === 'closed' ? null : actor.id });
    work.audit(`window.${state}`, windowId);
    work.emit(windowChanged, { windowId, hallId: actor.hallId, state });
  }

  private async refuseWhileBusy(work: Work, windowId: string): Promise<void> {
    if ((await work.rows('SELECT id FROM ticket WHERE window_in_use = ?', [windowId])).length > 0) throw queueErrors.WINDOW_BUSY();
  }
}
