import { Button } from 'antd';
import { Link } from 'react-router';
import { commitmentsCopy as copy } from '../../kit/copy/commitments.copy.ts';
import { roomOf } from './commitments.view.ts';

/** To the thing a time is about: its own room, or for a visit what was written down of it, beside the list. */
export function Look({ of, onVisit }: { of: { id: string; subjectKind: string; subjectId: string }; onVisit: () => void }) {
  const room = roomOf(of);
  return room ? <Link to={room}>{copy.link}</Link> : <Button size="small" type="link" onClick={onVisit} data-testid={`look-${of.id}`}>{copy.link}</Button>;
}
