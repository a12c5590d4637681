import { LockOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { layoutCopy as copy } from '../copy/layout.copy.ts';
import { useMe } from '../session/use-me.ts';
import { Blank, Skeleton } from '../state/Blank.tsx';

/** Shows a room only to those whose post opens it. The server decides again with every request. */
export function Guard({ permission, children }: { permission: string; children: ReactNode }) {
  const me = useMe();
  if (!me.data) return <Skeleton />;
  if (me.data.permissions.includes(permission)) return <>{children}</>;
  return <Blank icon={<LockOutlined />} title={copy.closedTitle} body={copy.closedBody} testId="not-allowed" />;
}
