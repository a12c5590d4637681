interface Callbacks { success?: (result: object) => void; fail?: (result: object) => void; complete?: (result: object) => void }

export const wantsCallbacks = ({ success, fail, complete }: Callbacks): boolean => Boolean(success ?? fail ?? complete);

/** Calls back in WeChat's manner: after the caller has returned, success or fail, then complete. */
export function answer(name: string, options: Callbacks, work: Promise<object | void>): Promise<object> {
  const done = work.then(
    (value) => {
      const result = { errMsg: `${name}:ok`, ...value };
      options.success?.(result);
      options.complete?.(result);
      return result;
    },
    (reason: unknown) => {
      const words = reason instanceof Error ? reason.message : String(reason);
      const result = { errMsg: `${name}:fail ${words}`, errno: -1 };
      options.fail?.(result);
      options.complete?.(result);
      throw result;
    },
  );
  if (wantsCallbacks(options)) done.catch(() => undefined);
  return done;
}

/** A function of `wx` that follows the convention: callbacks, or a promise when none was given. */
export function api<O extends object>(name: string, work: (options: O) => object | void | Promise<object | void>) {
  return (options: O & Callbacks = {} as O): Promise<object> | undefined => {
    const done = answer(name, options, Promise.resolve().then(() => work(options)));
    return wantsCallbacks(options) ? undefined : done;
  };
}
