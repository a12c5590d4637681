import { allow, refuse } from './verdict.ts';
import type { Verdict } from './verdict.ts';

/** Transitions as data: for each state, which action leads to which state. What is not written is not allowed. */
export type Moves<S extends string, A extends string> = { readonly [state in S]: { readonly [action in A]?: S } };

/** The state that `action` leads to from `state`, or `MOVE_NOT_ALLOWED`. */
export function move<S extends string, A extends string>(moves: Moves<S, A>, state: S, action: A): Verdict<S> {
  const next = moves[state][action] as S | undefined;
  return next === undefined ? refuse('MOVE_NOT_ALLOWED', '当前状态下不能这样操作，请刷新后再看。') : allow(next);
}

/** Every action written for `state`, before any other condition is looked at. */
export const actionsFrom = <S extends string, A extends string>(moves: Moves<S, A>, state: S): A[] =>
  Object.keys(moves[state]) as A[];

/** Every state that some chain of actions reaches from `start`, `start` itself included. */
export function reachableFrom<S extends string, A extends string>(moves: Moves<S, A>, start: S): Set<S> {
  const seen = new Set<S>([start]);
  const open: S[] = [start];
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    for (const next of Object.values(moves[state]) as S[]) {
      if (!seen.has(next)) { seen.add(next); open.push(next); }
    }
  }
  return seen;
}

/** States that nothing leads out of. */
export const finalStates = <S extends string, A extends string>(moves: Moves<S, A>): S[] =>
  (Object.keys(moves) as S[]).filter((state) => actionsFrom(moves, state).length === 0);
