import type { TestApp } from '../../cloud-api/src/testing/test-app.ts';

interface RoutePrinter {
  printRoutes(options: { commonPrefix: boolean }): string;
}

/**
 * What the HTTP server itself would answer, read from its own routing tree: `GET /api/x/:id`. This is how a route is
 * seen that was added past the framework and its guard.
 */
export function servedRoutes(hall: TestApp): string[] {
  const fastify = hall.app.getHttpAdapter().getInstance() as RoutePrinter;
  const found: string[] = [];
  const above: string[] = [];
  for (const line of fastify.printRoutes({ commonPrefix: false }).split('\n')) {
    const branch = /^((?:│ {3}| {4})*)[├└]── (.*?)(?: \(([A-Z, ]+)\))?$/.exec(line);
    if (!branch) continue;
    const depth = branch[1]!.length / 4;
    above.length = depth;
    above[depth] = branch[2]!;
    const path = above.join('');
    for (const method of branch[3]?.split(', ') ?? []) if (method !== 'HEAD') found.push(`${method} ${path}`);
  }
  return found;
}
