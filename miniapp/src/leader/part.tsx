import type { ReactNode } from 'react';
import { STAFF_SIGN_IN_NEEDED } from '../kit/api.ts';
import { copy as words } from '../kit/copy/office.ts';
import { go } from '../kit/navigate.ts';
import type { Resource } from '../kit/resource.ts';
import { Button } from '../kit/ui/button.tsx';
import { Empty, Failed, Stale } from '../kit/ui/screen.tsx';
import { Skeleton } from '../kit/ui/skeleton.tsx';

/** One part of a page that is about a state of its own, while the rest of the page stays: loading, failed, there, or there but old. */
export function Part<T>({ of, children }: { of: Resource<T>; children: (data: T) => ReactNode }) {
  if (of.error?.code === STAFF_SIGN_IN_NEEDED) return <Empty icon='user-round' title={words.door.title} detail={of.error.message} action={<Button id='to-staff-door' onTap={() => go('/leader/bind/index')}>{words.door.bind}</Button>} />;
  if (of.data === null) return of.error ? <Failed error={of.error} retry={of.reload} /> : <Skeleton kind='list' />;
  return <><Stale of={of} />{children(of.data)}</>;
}
