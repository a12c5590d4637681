import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { Logger } from '../../platform/logging/logger.ts';
import { Halls } from '../hall/halls.ts';
import { LiveBoard } from './live-board.ts';

const PATH = '/api/public/board';
const HEADERS = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff' };

/**
 * The one page everybody polls is answered before anything else looks at the request: it is public, carries nothing
 * about who asks, and is the same bytes for all. Whatever goes wrong here is left to the ordinary route.
 */
@Injectable()
export class BoardFastLane {
  private hallId = '';

  constructor(host: HttpAdapterHost, board: LiveBoard, halls: Halls, log: Logger) {
    const fastify = host.httpAdapter?.getInstance<FastifyInstance>();
    fastify?.addHook('onRequest', (request, reply, next) => {
      if (request.raw.url !== PATH || request.method !== 'GET') return next();
      const atHand = board.bytesAtHand(this.hallId);
      if (atHand) return answer(reply, atHand);
      halls.defaultHallId().then((hallId) => board.bytes((this.hallId = hallId))).then(
        (bytes) => answer(reply, bytes),
        (error: unknown) => {
          log.warn({ err: error }, 'the board was left to its ordinary route');
          next();
        },
      );
    });
  }
}

function answer(reply: FastifyReply, bytes: Buffer): void {
  reply.hijack();
  reply.raw.writeHead(200, { ...HEADERS, 'content-length': bytes.length });
  reply.raw.end(bytes);
}
