import { connect } from 'node:net';
import { ascending, percentile } from './statistics.ts';

export interface Rush {
  perSecond: number;
  p50: number;
  p99: number;
  /** Answers whose status was not 200. */
  refused: number;
}

const HEAD_END = '\r\n\r\n';

/**
 * Asks the same GET over keep-alive connections as fast as the server answers. It speaks HTTP on bare sockets, because
 * the client runs on the same machine and must cost less than what is measured.
 */
export async function rush(port: number, path: string, connections: number, seconds: number): Promise<Rush> {
  const request = `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: keep-alive\r\n\r\n`;
  const until = performance.now() + seconds * 1_000;
  const times: number[] = [];
  let refused = 0;
  await Promise.all(Array.from({ length: connections }, () => new Promise<void>((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let heard = '';
    let asked = 0;
    const ask = () => {
      asked = performance.now();
      socket.write(request);
    };
    socket.setEncoding('latin1').setNoDelay(true).on('connect', ask).on('error', reject).on('data', (text: string) => {
      heard += text;
      const end = heard.indexOf(HEAD_END);
      if (end < 0) return;
      const length = Number(/content-length: (\d+)/i.exec(heard.slice(0, end))?.[1]);
      if (heard.length < end + HEAD_END.length + length) return;
      const now = performance.now();
      times.push(now - asked);
      if (!heard.startsWith('HTTP/1.1 200')) refused += 1;
      heard = '';
      if (now < until) return ask();
      socket.end();
      resolve();
    });
  })));
  const sorted = ascending(times);
  return { perSecond: times.length / seconds, p50: percentile(sorted, 0.5), p99: percentile(sorted, 0.99), refused };
}
