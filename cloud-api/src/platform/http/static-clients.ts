import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import compress from '@fastify/compress';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { DomainError } from '../errors/domain-error.ts';
import type { Logger } from '../logging/logger.ts';
import { pagePolicy } from './page-policy.ts';
import { sendProblem } from './problem.filter.ts';

const ROOT = new URL('../../../../', import.meta.url).pathname;
/** Where each built client lies and under which path it is served. */
const CLIENTS = [
  { prefix: '/console', folder: join(ROOT, 'console/dist/console') },
  { prefix: '/screen', folder: join(ROOT, 'console/dist/screen') },
  { prefix: '', folder: join(ROOT, 'miniapp/dist/h5') },
];
/** Files whose name carries a hash of their content never change. */
const HASHED = /[.-][\w-]{8,}\.(js|css|png|svg|woff2|opus)$/;

/** Serves the built clients beside the API; a path inside a client answers with its page, an unknown API path with a problem. */
export async function serveClients(fastify: FastifyInstance, notFound: () => DomainError, log: Logger): Promise<void> {
  const built = CLIENTS.filter(({ folder }) => existsSync(join(folder, 'index.html')));
  const pages = new Map(await Promise.all(built.map(async ({ prefix, folder }) => [prefix, await readFile(join(folder, 'index.html'), 'utf8')] as const)));
  const policies = new Map([...pages].map(([prefix, page]) => [prefix, pagePolicy(page)]));
  // In a room of its own: the files are worth squeezing for slow phones, the API's small answers are not.
  await fastify.register(async (room) => {
    await room.register(compress, { encodings: ['gzip'], threshold: 1024 });
    for (const { prefix, folder } of built) {
      await room.register(fastifyStatic, {
        root: folder, prefix: `${prefix}/`, decorateReply: false, wildcard: false, index: ['index.html'], redirect: prefix !== '',
        setHeaders: (response, path) => {
          response.header('cache-control', HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
          if (path.endsWith('.html')) response.header('content-security-policy', policies.get(prefix)!);
        },
      });
    }
  });
  // Everything that is neither a route nor a file: a page inside a client, or nothing.
  fastify.get('/*', (request: FastifyRequest, reply: FastifyReply) => {
    const path = request.url.split('?')[0]!;
    const client = /^\/(console|screen)(?=\/|$)/.exec(path)?.[0] ?? '';
    const page = pages.get(client);
    const wantsPage = !/^\/api(\/|$)/.test(path) && !/\.\w{2,5}$/.test(path);
    if (page && wantsPage) return reply.header('content-type', 'text/html; charset=utf-8').header('cache-control', 'no-cache').header('content-security-policy', policies.get(client)!).send(page);
    return sendProblem(reply, request, notFound(), log);
  });
}
