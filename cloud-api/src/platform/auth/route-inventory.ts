import { Injectable, RequestMethod, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { ACCESS, STEP_UP, type AccessDecision } from './access.ts';

export interface Route {
  method: string;
  path: string;
  decision: AccessDecision | null;
  /** Asks for the second factor anew. */
  stepUp: boolean;
}

/** Every route of the running app with its access decision; the app refuses to start while one has none. */
@Injectable()
export class RouteInventory implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onApplicationBootstrap(): void {
    const undecided = this.routes().filter((route) => route.decision === null);
    if (undecided.length > 0) throw new Error(`These routes say not who may use them: ${undecided.map((route) => `${route.method} ${route.path}`).join(', ')}`);
  }

  routes(): Route[] {
    return this.discovery.getControllers().flatMap(({ instance, metatype }) => {
      if (!metatype || !instance) return [];
      const base = String(Reflect.getMetadata(PATH_METADATA, metatype) ?? '');
      const prototype = Object.getPrototypeOf(instance) as Record<string, object>;
      return this.scanner.getAllMethodNames(prototype).flatMap((name) => {
        const handler = prototype[name]!;
        const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
        if (method === undefined) return [];
        const path = String(Reflect.getMetadata(PATH_METADATA, handler) ?? '');
        return [{
          method: RequestMethod[method]!,
          path: `/api/${[base, path].map((part) => part.replace(/^\/|\/$/g, '')).filter(Boolean).join('/')}`,
          stepUp: this.reflector.getAllAndOverride<boolean | undefined>(STEP_UP, [handler as never, metatype as never]) === true,
          decision: this.reflector.getAllAndOverride<AccessDecision | undefined>(ACCESS, [handler as never, metatype as never]) ?? null,
        }];
      });
    });
  }
}
