import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from '../logging/logger.ts';
import { sendProblem } from './problem.filter.ts';

const RESET = Object.assign(new Error('aborted'), { code: 'ECONNRESET' });

function answered(raw: { destroyed: boolean; complete: boolean }): { status: number; logged: number } {
  const seen = { status: 0, logged: 0 };
  const reply = { sent: false, code: (status: number) => ((seen.status = status), reply), header: () => reply, send: () => reply };
  sendProblem(reply as unknown as FastifyReply, { raw, id: 'a-request' } as unknown as FastifyRequest, RESET, { error: () => (seen.logged += 1) } as unknown as Logger);
  return seen;
}

test('a sender who breaks off in the middle is not taken for a database that is away, and fills no log', () => {
  expect(answered({ destroyed: true, complete: false })).toEqual({ status: 400, logged: 0 });
});

test('a connection that broke after the whole request had come is the database\'s', () => {
  expect(answered({ destroyed: false, complete: true })).toEqual({ status: 503, logged: 1 });
  expect(answered({ destroyed: true, complete: true })).toEqual({ status: 503, logged: 1 });
});
