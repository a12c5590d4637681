import { AsyncLocalStorage } from 'node:async_hooks';
import type { DataSource, QueryRunner } from 'typeorm';

/** The transaction in whose course we are, while it is open. */
interface Open {
  runner: QueryRunner;
  open: boolean;
}

const current = new AsyncLocalStorage<Open>();

export const insideWork = (): boolean => current.getStore()?.open === true;

/** Runs the body as part of the runner's transaction. */
export async function within<T>(runner: QueryRunner, body: () => Promise<T>): Promise<T> {
  const store: Open = { runner, open: true };
  try {
    return await current.run(store, body);
  } finally {
    // Whatever the body left running must not reach into somebody else's later transaction.
    store.open = false;
  }
}

/**
 * Reads made through the data source in the course of a unit of work run on that work's own connection. Otherwise the
 * embedded database's one connection would wait for itself, and a busy pool would wait for connections its own
 * waiters hold.
 */
export function joinReads(dataSource: DataSource): DataSource {
  const create = dataSource.createQueryRunner.bind(dataSource);
  dataSource.createQueryRunner = (mode) => {
    const store = current.getStore();
    return store?.open ? borrowed(store.runner) : create(mode);
  };
  return dataSource;
}

/** The same runner, which only its owner may release. */
function borrowed(runner: QueryRunner): QueryRunner {
  return new Proxy(runner, {
    get(target, key) {
      if (key === 'release') return () => Promise.resolve();
      const value: unknown = Reflect.get(target, key);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
