import { AsyncLocalStorage } from 'node:async_hooks';

interface RequestContext {
  requestId: string;
  /** What each memory keeps. It stands here, not in a weak map of the memory: those cost the collector much in a rush. */
  kept?: Map<object, unknown>;
}

/** Follows one request through everything it causes, so that its log lines and audit rows can be found together. */
export const requestContext = new AsyncLocalStorage<RequestContext>();

/** What a request has read and may need once more. It goes with the request, so it is never older than that; whoever changes what it was read from forgets it. */
export class RequestMemory<T extends object> {
  keep(value: T): void {
    const request = requestContext.getStore();
    if (request) (request.kept ??= new Map()).set(this, value);
  }

  forget(): void {
    requestContext.getStore()?.kept?.delete(this);
  }

  recall(): T | undefined {
    return requestContext.getStore()?.kept?.get(this) as T | undefined;
  }
}

export const currentRequestId = (): string | null => requestContext.getStore()?.requestId ?? null;
