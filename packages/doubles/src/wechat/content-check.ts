import { createHash, randomBytes } from 'node:crypto';
import { accept, refuse, textIn } from './answer.ts';
import type { Answer, Asked } from './answer.ts';
import type { Persons } from './persons.ts';

/** Words a test writes to get a verdict; none of them is what real people are judged by. */
const TRIGGERS: readonly (readonly [word: string, suggest: string, label: number])[] = [
  ['测试违法', 'risky', 20006], ['测试诈骗', 'risky', 20008], ['测试色情', 'risky', 20002], ['测试时政', 'risky', 20001], ['测试辱骂', 'risky', 20003],
  ['测试广告', 'review', 10001], ['测试低俗', 'review', 20012], ['测试版权', 'review', 20013], ['测试其他', 'review', 21000],
];

const verdictOn = (text: string) => {
  const hit = TRIGGERS.find(([word]) => text.includes(word));
  return hit ? { suggest: hit[1], label: hit[2] } : { suggest: 'pass', label: 100 };
};

/** Where verdicts on pictures are pushed, and the token that signs them. */
export interface PushTarget { url: string; token: string }

export class ContentCheck {
  readonly #persons: Persons;
  readonly #appId: string;
  readonly #waiting: { openid: string; traceId: string; mediaUrl: string }[] = [];

  constructor(persons: Persons, appId: string) {
    this.#persons = persons;
    this.#appId = appId;
  }

  text({ body, now }: Asked): Answer {
    const content = textIn(body, 'content');
    if (!content) return refuse(44002);
    if (body['version'] !== 2 || Array.from(content).length > 2500) return refuse(47001);
    if (![1, 2, 3, 4].includes(Number(body['scene']))) return refuse(47001);
    if (!this.#persons.isActive(textIn(body, 'openid'), now)) return refuse(61010);
    const result = verdictOn([content, textIn(body, 'title'), textIn(body, 'nickname')].join('\n'));
    return accept({ trace_id: newTraceId(), result, detail: [{ strategy: 'content_model', errcode: 0, ...result, prob: 90 }] });
  }

  media({ body }: Asked): Answer {
    const mediaUrl = textIn(body, 'media_url');
    if (!mediaUrl.startsWith('https://') || body['version'] !== 2) return refuse(47001);
    const traceId = newTraceId();
    this.#waiting.push({ openid: textIn(body, 'openid'), traceId, mediaUrl });
    return accept({ trace_id: traceId });
  }

  /** Sends the verdicts on every picture asked about; a trigger word in the picture's address decides. @returns how many */
  async pushVerdicts(target: PushTarget, now: number): Promise<number> {
    const due = this.#waiting.splice(0);
    for (const { openid, traceId, mediaUrl } of due) {
      const timestamp = String(Math.floor(now / 1000));
      const nonce = randomBytes(4).readUInt32BE().toString();
      const signature = createHash('sha1').update([target.token, timestamp, nonce].sort().join('')).digest('hex');
      const url = new URL(target.url);
      for (const [name, value] of Object.entries({ signature, timestamp, nonce })) url.searchParams.set(name, value);
      const result = verdictOn(decodeURIComponent(mediaUrl));
      await fetch(url, {
        method: 'POST', headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ToUserName: 'gh_double', FromUserName: openid, CreateTime: Number(timestamp), MsgType: 'event', Event: 'wxa_media_check', appid: this.#appId, trace_id: traceId, version: 2, errcode: 0, errmsg: 'ok', result, detail: [] }),
      });
    }
    return due.length;
  }
}

function newTraceId(): string {
  const hex = randomBytes(12).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 16)}-${hex.slice(16)}`;
}
