import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import multipart from '@fastify/multipart';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppModule } from './app.module.ts';
import { platformErrors } from './platform/errors/platform.errors.ts';
import { ProblemFilter, sendProblem } from './platform/http/problem.filter.ts';
import { requestContext } from './platform/http/request-context.ts';
import { safeHeaders } from './platform/http/safe-headers.ts';
import { refuseConnection } from './platform/http/unreadable-connection.ts';
import { serveClients } from './platform/http/static-clients.ts';
import { validation } from './platform/http/validation.pipe.ts';
import { describeApi, serveApiDocs } from './platform/http/openapi.ts';
import { Metrics } from './platform/metrics/metrics.ts';
import type { Ground } from './platform/platform.module.ts';
import { LiveGateway } from './platform/realtime/live.gateway.ts';

/** JSON bodies are small: pictures and workbooks come as multipart, with limits of their own. */
const MOST_BODY_BYTES = 256 * 1024;
const MOST_FILE_BYTES = 8 * 1024 * 1024;

/** Builds the whole app on its ground, ready to listen. */
export async function buildApp(ground: Ground): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: MOST_BODY_BYTES, trustProxy: trusting(ground.settings.TRUST_PROXY_HOPS), forceCloseConnections: 'idle', genReqId: () => randomUUID(), routerOptions: { maxParamLength: 200 },
    // A client that names no length or stalls must not hold a connection for ever.
    requestTimeout: 60_000,
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => sendProblem(reply, request, error, ground.log),
    clientErrorHandler: refuseConnection,
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.on(ground), adapter, { logger: ground.log, abortOnError: false });
  app.setGlobalPrefix('api');
  app.useGlobalPipes(validation());
  app.useGlobalFilters(new ProblemFilter(ground.log));
  app.enableShutdownHooks([]);

  const fastify = adapter.getInstance();
  const safe = safeHeaders();
  fastify.addHook('onRequest', (request: FastifyRequest, reply, done) => {
    void reply.headers(safe).header('x-request-id', request.id);
    // Answers are about people: no browser, and no proxy on the way, keeps one unless its route says so.
    if (request.url.startsWith('/api/')) void reply.header('cache-control', 'no-store');
    requestContext.run({ requestId: request.id }, done);
  });
  const metrics = app.get(Metrics);
  fastify.addHook('onResponse', (request, reply, done) => {
    metrics.observeRequest(request.method, request.routeOptions.url ?? 'unknown', reply.statusCode, reply.elapsedTime / 1000);
    done();
  });
  await app.register(multipart as never, { limits: { fileSize: MOST_FILE_BYTES, files: 1, fields: 4, fieldSize: 4096, parts: 6 } } as never);
  serveApiDocs(app, describeApi(app));
  await serveClients(fastify, () => platformErrors.NOT_FOUND(), ground.log);
  app.get(LiveGateway).attach(app.getHttpServer());
  await app.init();
  return app;
}

/** Believes the last `hops` proxies about where a request came from. */
const trusting = (hops: number) => (_address: string, hop: number) => hop < hops;
