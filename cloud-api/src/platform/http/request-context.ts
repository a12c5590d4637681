import { AsyncLocalStorage } from 'node:async_hooks';

/** Follows one request through everything it causes, so that its log lines and audit rows can be found together. */
export const requestContext = new AsyncLocalStorage<{ requestId: string }>();

export const currentRequestId = (): string | null => requestContext.getStore()?.requestId ?? null;
