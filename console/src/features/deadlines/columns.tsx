import type { DeadlineView } from '@hall/shared/api/views';
import type { TableColumnsType } from 'antd';
import { Button, Tooltip } from 'antd';
import { Link } from 'react-router';
import { momentText, now } from '../../kit/clock.ts';
import { deadlinesCopy as copy } from '../../kit/copy/deadlines.copy.ts';
import { StateTag } from '../../kit/state/StateTag.tsx';
import type { Sorting } from '../../kit/use-sorting.ts';
import type { Rights } from './deadlines.view.ts';
import { byDue, placeOf, toneOf } from './deadlines.view.ts';
import styles from './Deadlines.module.css';

/** Owner, basis, day and level of each, and what may be done with it. */
export function columnsOf(sorting: Sorting<DeadlineView>, rights: Rights, act: (name: string, item: DeadlineView) => void): TableColumnsType<DeadlineView> {
  return [
    { key: 'title', title: copy.columns.title, width: 230, render: (_, item) => {
      const place = placeOf(item);
      return <span className={styles.what}>{place ? <Link to={place}>{item.title}</Link> : <span>{item.title}</span>}<small>{item.stepLabel}</small></span>;
    } },
    { key: 'owner', title: copy.columns.owner, width: 110, render: (_, item) => <span className={styles.two}><span>{item.ownerName ?? copy.nobody}</span>{item.actingName ? <small>{copy.acting(item.actingName)}</small> : null}</span> },
    { key: 'department', title: copy.columns.department, width: 120, render: (_, item) => item.departmentName ?? '' },
    { key: 'due', title: copy.columns.due, width: 170, sorter: byDue, sortOrder: sorting.order('due'), render: (_, item) => (
      <span className={styles.two}>
        <span>{item.dueAt === null ? (item.pausedFor ?? copy.noDay['awaiting-calendar']) : momentText(item.dueAt)}</span>
        {item.overdue ? <small className={styles.late}>{copy.late(item.daysLate)}</small> : null}
        {item.extension ? <Tooltip title={copy.extendedBy(item.extension.reason, item.extension.byName)}><small>{copy.extended(item.extension.workingDays)}</small></Tooltip> : null}
      </span>
    ) },
    { key: 'state', title: copy.columns.state, width: 120, render: (_, item) => {
      const tone = toneOf(item, now());
      return <StateTag tone={tone}>{tone === 'warn' && item.state === 'running' ? copy.near : item.stateLabel}</StateTag>;
    } },
    { key: 'level', title: copy.columns.level, width: 120, sorter: (a, b) => a.level - b.level, sortOrder: sorting.order('level'), render: (_, item) => (item.level === 0 ? '' : (
      <Tooltip title={<span className={styles.superiors}>{item.superiors.map((each) => <span key={each.level}>{each.label} {each.name ?? ''} {momentText(each.at)}</span>)}</span>}><span>{item.levelLabel}</span></Tooltip>
    )) },
    { key: 'basis', title: copy.columns.basis, ellipsis: true, render: (_, item) => <Tooltip title={item.basis}><span>{item.basis}</span></Tooltip> },
    ...(rights.extend ? [{ key: 'acts', title: copy.columns.acts, width: 180, render: (_: unknown, item: DeadlineView) => (
      <span className={styles.acts}>
        {item.actions.map((name) => <Button key={name} size="small" onClick={() => act(name, item)} data-testid={`deadline-${name}-${item.id}`}>{copy.acts[name as keyof typeof copy.acts]}</Button>)}
      </span>
    ) }] : []),
  ];
}
