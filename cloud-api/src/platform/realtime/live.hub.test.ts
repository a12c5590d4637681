import { EventEmitter } from 'node:events';
import type { WebSocket } from 'ws';
import { platformErrors } from '../errors/platform.errors.ts';
import type { Logger } from '../logging/logger.ts';
import { LiveHub } from './live.hub.ts';

class Watcher extends EventEmitter {
  readonly OPEN = 1;
  readyState = 1;
  bufferedAmount = 0;
  readonly heard: string[] = [];
  closedWith: number | null = null;
  send(frame: string): void {
    this.heard.push(frame);
  }
  close(code: number): void {
    this.closedWith = code;
    this.emit('close');
  }
}

const setUp = () => {
  const warned: string[] = [];
  const hub = new LiveHub({ warn: (_facts: unknown, sentence: string) => warned.push(sentence) } as unknown as Logger);
  hub.provide('board', (rest) => (rest === '' || rest === 'here' ? Promise.resolve({ version: 3, state: { rest } }) : Promise.reject(platformErrors.NOT_FOUND())));
  const watch = async (topic: string, since = -1) => {
    const watcher = new Watcher();
    await hub.watch(watcher as unknown as WebSocket, topic, since);
    return watcher;
  };
  return { hub, warned, watch };
};

test('whoever watches the board is told its state at once and every later one', async () => {
  const { hub, watch } = setUp();
  const watcher = await watch('board:here');
  hub.publish('board:here', { version: 4, state: {} });
  expect(watcher.heard.map((frame) => (JSON.parse(frame) as { version: number }).version)).toEqual([3, 4]);
});

test('asking for boards that do not exist leaves nothing behind, neither in memory nor in the log', async () => {
  const { hub, warned, watch } = setUp();
  const strangers = await Promise.all(Array.from({ length: 50 }, (_, number) => watch(`board:nobody-${number}`)));
  expect(strangers.every((stranger) => stranger.closedWith === 1008)).toBe(true);
  expect(warned).toEqual([]);
  expect(hub.topics).toBe(0);
});

test('a topic is forgotten with its last watcher and stands while one is left', async () => {
  const { hub, watch } = setUp();
  const [first, second] = [await watch('board'), await watch('board')];
  first.emit('close');
  expect(hub.topics).toBe(1);
  second.emit('close');
  expect(hub.topics).toBe(0);
});
