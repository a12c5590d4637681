/** The name of a past fact and the shape of what it carries. Payloads hold ids and plain facts, never personal data. */
export interface EventKind<P extends object> {
  readonly type: string;
  /** Only for the compiler: ties the payload's type to the kind. */
  readonly payload?: P;
}

export const defineEvent = <P extends object>(type: string): EventKind<P> => ({ type });
