import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';
import { refuse, textIn } from './answer.ts';
import type { Answer, Asked } from './answer.ts';

const SCENE = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/;
const DOTS = 24;

/** `getwxacodeunlimit`: a picture whose dots follow from the scene. It stands for a code; no telephone can read it. */
export function unlimitedCode({ body }: Asked): Answer {
  if (!SCENE.test(textIn(body, 'scene'))) return refuse(40169);
  const page = textIn(body, 'page');
  if (/^\/|\?/.test(page)) return refuse(41030);
  const width = Number(body['width'] ?? 430);
  if (!Number.isInteger(width) || width < 280 || width > 1280) return refuse(47001);
  return { contentType: 'image/png', bytes: dotsPng(textIn(body, 'scene'), width) };
}

function dotsPng(seed: string, width: number): Buffer {
  const bits = Buffer.concat([0, 1, 2].map((part) => createHash('sha256').update(`${part} ${seed}`).digest()));
  const isDark = (column: number, row: number) => {
    const at = row * DOTS + column;
    return (((bits[(at >> 3) % bits.length] ?? 0) >> (at & 7)) & 1) === 1;
  };
  const row = (y: number) => {
    const line = Buffer.alloc(1 + width, 255);
    line[0] = 0;
    for (let x = 0; x < width; x += 1) if (isDark(Math.floor((x * DOTS) / width), Math.floor((y * DOTS) / width))) line[1 + x] = 24;
    return line;
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(width, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const rows = Buffer.concat(Array.from({ length: width }, (_, y) => row(y)));
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
