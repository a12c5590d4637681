import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import compress from '@fastify/compress';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { DomainError } from '../errors/domain-error.ts';
import type { Logger } from '../logging/logger.ts';
import { BuiltPage } from './built-page.ts';
import { sendProblem } from './problem.filter.ts';

const ROOT = new URL('../../../../', import.meta.url).pathname;
/** Where each built client lies and under which path it is served; the residents' own has none. */
const CLIENTS: readonly ClientFolder[] = [
  { prefix: '/console', folder: join(ROOT, 'console/dist/console') },
  { prefix: '/screen', folder: join(ROOT, 'console/dist/screen') },
  { prefix: '', folder: join(ROOT, 'miniapp/dist/h5'), beside: { 'verify-ledger.mjs': join(ROOT, 'scripts/verifier/dist') } },
];
/** Files whose name carries a hash of their content never change. */
const HASHED = /[.-][\w-]{8,}\.(js|css|png|svg|woff2|opus)$/;
/** What a build writes: plain names in plain folders. Everything else is not ours to look for. */
const PLAIN_FILE = /^(?:[\w@-][\w@.-]*\/)*[\w@-][\w@.-]*\.\w{2,5}$/;

export interface ClientFolder {
  prefix: string;
  folder: string;
  /** Files offered under this path that another folder holds. */
  beside?: Readonly<Record<string, string>>;
}

/**
 * Serves the built clients beside the API; a path inside a client answers with its page, an unknown API path with a
 * problem. Everything is looked for when it is asked for, so a client built anew needs no restart.
 */
export async function serveClients(fastify: FastifyInstance, notFound: () => DomainError, log: Logger, clients: readonly ClientFolder[] = CLIENTS): Promise<void> {
  const served = clients.map(({ prefix, folder, beside = {} }) => ({ prefix, folder, beside, page: new BuiltPage(join(folder, 'index.html')) }));
  const nothing = (request: FastifyRequest, reply: FastifyReply) => sendProblem(reply, request, notFound(), log);
  // In a room of its own: the files are worth squeezing for slow phones, the API's small answers are not.
  await fastify.register(async (room) => {
    await room.register(compress, { encodings: ['gzip'], threshold: 1024 });
    await room.register(fastifyStatic, {
      root: ROOT, serve: false,
      setHeaders: (response, path) => void response.header('cache-control', HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache'),
    });
    room.get('/*', async (request: FastifyRequest, reply: FastifyReply) => {
      const path = request.url.split('?')[0]!;
      const client = served.find(({ prefix }) => path === prefix || path.startsWith(`${prefix}/`));
      if (!client || /^\/api(\/|$)/.test(path)) return nothing(request, reply);
      // Its files are named from the folder on, so the page must be asked for as one.
      if (path === client.prefix) return reply.redirect(`${path}/`, 302);
      const rest = path.slice(client.prefix.length + 1);
      const folder = Object.hasOwn(client.beside, rest) ? client.beside[rest]! : client.folder;
      if (/\.\w{2,5}$/.test(rest) && rest !== 'index.html') return PLAIN_FILE.test(rest) && (await isFile(join(folder, rest))) ? reply.sendFile(rest, folder) : nothing(request, reply);
      const page = await client.page.read();
      if (!page) return nothing(request, reply);
      void reply.header('cache-control', 'no-cache').header('etag', page.etag).header('content-security-policy', page.policy);
      if (request.headers['if-none-match'] === page.etag) return reply.code(304).send();
      return reply.header('content-type', 'text/html; charset=utf-8').send(page.html);
    });
  });
}

const isFile = (path: string): Promise<boolean> => stat(path).then((found) => found.isFile(), () => false);
