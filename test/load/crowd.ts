import { Agent, request } from 'node:http';

export interface Shot {
  path: string;
  headers: Record<string, string>;
  body: string;
}

export interface CrowdResult {
  /** Answers per second while counting. */
  perSecond: number;
  p99Ms: number;
  /** How often each status was answered while counting. */
  statuses: Map<number, number>;
  /** How often each was answered from the first request on, warming up included. */
  allStatuses: Map<number, number>;
}

function shoot(agent: Agent, port: number, { path, headers, body }: Shot): Promise<number> {
  return new Promise((resolve, reject) => {
    const call = request({ agent, host: '127.0.0.1', port, path, method: 'POST', headers: { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) } }, (answer) => {
      answer.resume();
      answer.once('end', () => resolve(answer.statusCode ?? 0)).once('error', reject);
    });
    call.once('error', reject);
    call.end(body);
  });
}

const addTo = (counts: Map<number, number>, status: number) => counts.set(status, (counts.get(status) ?? 0) + 1);

/**
 * So many people at once, each sending the next request as soon as the last is answered, over connections kept alive.
 * @param next the request with this number, or null when there are no more
 * @param heard told of every answer
 */
export async function crowd(port: number, next: (number: number) => Shot | null, options: { connections: number; warmUpMs: number; countMs: number }, heard: (number: number, status: number) => void = () => undefined): Promise<CrowdResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: options.connections });
  const from = performance.now() + options.warmUpMs;
  const until = from + options.countMs;
  const latencies: number[] = [];
  const statuses = new Map<number, number>();
  const allStatuses = new Map<number, number>();
  let number = 0;
  let last = from;
  const person = async () => {
    for (;;) {
      const began = performance.now();
      const mine = number++;
      const shot = began < until ? next(mine) : null;
      if (!shot) return;
      const status = await shoot(agent, port, shot);
      const ended = performance.now();
      addTo(allStatuses, status);
      heard(mine, status);
      if (began < from) continue;
      addTo(statuses, status);
      latencies.push(ended - began);
      last = Math.max(last, ended);
    }
  };
  await Promise.all(Array.from({ length: options.connections }, person));
  agent.destroy();
  latencies.sort((a, b) => a - b);
  return { perSecond: (latencies.length / (last - from)) * 1000, p99Ms: latencies[Math.floor(latencies.length * 0.99)] ?? 0, statuses, allStatuses };
}
