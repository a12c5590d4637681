import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { Logger } from '../../platform/logging/logger.ts';
import { Halls } from '../hall/halls.ts';
import { LiveBoard } from './live-board.ts';

const PATH = '/api/public/board';
const HEADERS = ['content-type', 'application/json; charset=utf-8', 'cache-control', 'no-cache', 'x-content-type-options', 'nosniff'];

/**
 * The one page everybody polls is answered before anything else looks at the request: it is public, carries nothing
 * about who asks, and is the same bytes for all. Whatever goes wrong here is left to the ordinary route.
 */
@Injectable()
export class BoardFastLane {
  private hallId = '';

  constructor(
    host: HttpAdapterHost,
    private readonly board: LiveBoard,
    private readonly halls: Halls,
    private readonly log: Logger,
  ) {
    const server = host.httpAdapter?.getInstance<FastifyInstance>().server;
    if (!server) return;
    const [ordinary] = server.listeners('request') as [RequestListener];
    server.removeAllListeners('request').on('request', (request: IncomingMessage, response: ServerResponse) => {
      if (request.url === PATH && request.method === 'GET') this.serve(response, () => ordinary(request, response));
      else ordinary(request, response);
    });
  }

  private serve(response: ServerResponse, otherwise: () => void): void {
    const atHand = this.board.bytesAtHand(this.hallId);
    if (atHand) return answer(response, atHand);
    this.read().then(
      (bytes) => answer(response, bytes),
      (error: unknown) => {
        this.log.warn({ err: error }, 'the board was left to its ordinary route');
        otherwise();
      },
    );
  }

  private async read(): Promise<Buffer> {
    this.hallId = await this.halls.defaultHallId();
    return this.board.bytes(this.hallId);
  }
}

function answer(response: ServerResponse, bytes: Buffer): void {
  response.writeHead(200, [...HEADERS, 'content-length', String(bytes.length)]).end(bytes);
}
