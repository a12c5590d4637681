import { AsyncLocalStorage } from 'node:async_hooks';

/** Follows one request through everything it causes, so that its log lines and audit rows can be found together. */
export const requestContext = new AsyncLocalStorage<{ requestId: string }>();

/** What a request has read and may need once more. It goes with the request, so it is never older than that. */
export class RequestMemory<T extends object> {
  private readonly kept = new WeakMap<object, T>();

  keep(value: T): void {
    const request = requestContext.getStore();
    if (request) this.kept.set(request, value);
  }

  recall(): T | undefined {
    const request = requestContext.getStore();
    return request && this.kept.get(request);
  }
}

export const currentRequestId = (): string | null => requestContext.getStore()?.requestId ?? null;
