import type { BoardCallView } from '@hall/shared/api/views';
import { chineseVoice, hear, next, sentenceFor, silence, tried } from './voice.view.ts';

const NOW = 1_000_000;
const call = (number: string, extra: Partial<BoardCallView> = {}): BoardCallView => ({ number, windowLabel: '3号窗口', maskedName: null, calledAt: NOW, callCount: 1, state: 'called', ...extra });
const texts = (queue: { waiting: { text: string }[] }) => queue.waiting.map((utterance) => utterance.text);

describe('the spoken call', () => {
  it('reads a ticket number digit by digit', () => {
    expect(sentenceFor(call('P012'))).toBe('请，P 零 幺 二，号，到，三号窗口');
    expect(sentenceFor(call('Y105', { windowLabel: '12号窗口' }))).toBe('请，Y 幺 零 五，号，到，幺 二号窗口');
  });

  it('says two calls in the order in which they were made, whatever the order on the board', () => {
    const queue = hear(silence, [call('B2', { calledAt: NOW - 100 }), call('B1', { calledAt: NOW - 900 })], NOW);
    expect(texts(queue)).toEqual([sentenceFor(call('B1')), sentenceFor(call('B2'))]);
  });

  it('says one call once, although the board arrives again and again', () => {
    const once = hear(silence, [call('B1')], NOW);
    expect(hear(once, [call('B1')], NOW + 3_000)).toBe(once);
    expect(next(next(once).rest).say).toBeNull();
  });

  it('says a number again when the clerk recalls it', () => {
    const first = next(hear(silence, [call('B1')], NOW)).rest;
    const again = hear(first, [call('B1', { callCount: 2, calledAt: NOW + 9_000 })], NOW + 9_000);
    expect(texts(again)).toHaveLength(1);
  });

  it('does not shout the morning at people when it is switched on at noon', () => {
    expect(hear(silence, [call('B1', { calledAt: NOW - 60_000 })], NOW)).toBe(silence);
  });

  it('does not call somebody who already stands at the window', () => {
    expect(hear(silence, [call('B1', { state: 'serving' })], NOW)).toBe(silence);
  });

  it('keeps up when many windows call at once by dropping the oldest unsaid', () => {
    const calls = Array.from({ length: 7 }, (_, at) => call(`B${at}`, { calledAt: NOW - 7 + at }));
    const queue = hear(silence, calls, NOW);
    expect(texts(queue)).toEqual(calls.slice(3).map(sentenceFor));
    expect(hear(queue, calls, NOW)).toBe(queue);
  });

  it('forgets nothing of a whole afternoon that is still on the board', () => {
    let queue = silence;
    for (let at = 0; at < 200; at += 1) queue = hear(queue, [call(`B${at}`, { calledAt: NOW + at })], NOW + at);
    expect(queue.heard.length).toBeLessThanOrEqual(60);
    expect(hear(queue, [call('B199', { calledAt: NOW + 199 })], NOW + 200)).toBe(queue);
  });

  it('chooses a Chinese voice of this machine before a distant one, and none when there is none', () => {
    const near = { lang: 'zh-CN', localService: true };
    const far = { lang: 'zh-CN', localService: false };
    expect(chineseVoice([{ lang: 'en-US', localService: true }, far, near])).toBe(near);
    expect(chineseVoice([{ lang: 'cmn', localService: true }])).toEqual({ lang: 'cmn', localService: true });
    expect(chineseVoice([{ lang: 'zh_CN', localService: true }])).not.toBeNull();
    expect(chineseVoice([{ lang: 'en-GB', localService: true }])).toBeNull();
  });
});

test('a word of trial is heard before the calls that wait, and once however often it is asked for', () => {
  const waiting = hear(silence, [call('A108')], NOW);
  expect(tried(tried(waiting, '语音叫号正常'), '语音叫号正常').waiting.map(({ text }) => text)).toEqual(['语音叫号正常', sentenceFor(call('A108'))]);
});
