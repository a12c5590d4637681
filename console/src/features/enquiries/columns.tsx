import type { StaffEnquiryCard } from '@hall/shared/api/views';
import type { TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { momentText } from '../../kit/clock.ts';
import { enquiriesCopy as copy } from '../../kit/copy/enquiries.copy.ts';
import { StateTag } from '../../kit/state/StateTag.tsx';
import { toneOf } from './enquiries.view.ts';
import styles from './Enquiries.module.css';

/** What was asked, of whom, whose it is and until when. @param search the list's address, so that "back" finds it again */
export const columnsOf = (search: string): TableColumnsType<StaffEnquiryCard> => [
  { key: 'question', title: copy.columns.question, render: (_, item) => (
    <span className={styles.two}><Link className={styles.words!} to={`/enquiries/${item.id}${search}`} data-testid={`enquiry-${item.id}`}>{item.excerpt}</Link><small>{[item.number, item.wayLabel, item.pictureCount > 0 ? copy.pictures(item.pictureCount) : ''].filter(Boolean).join('　')}</small></span>
  ) },
  { key: 'to', title: copy.columns.to, width: 140, dataIndex: 'addresseeLabel' },
  { key: 'owner', title: copy.columns.owner, width: 190, render: (_, item) => (
    <span className={styles.two}><span>{item.ownerName ?? copy.nobody}{item.mine ? `（${copy.mine}）` : ''}</span>{item.offeredTo ? <small>{copy.offeredTo(item.offeredTo)}</small> : null}</span>
  ) },
  { key: 'due', title: copy.columns.due, width: 170, render: (_, item) => (item.due === null ? <span className="muted">{copy.noDue}</span> : (
    <span className={styles.two}><span>{item.due.dueAt === null ? item.due.stateLabel : momentText(item.due.dueAt)}</span>{item.due.overdue ? <small className={styles.late}>{copy.late(item.due.daysLate)}</small> : null}</span>
  )) },
  { key: 'state', title: copy.columns.state, width: 120, render: (_, item) => <StateTag tone={toneOf(item)}>{item.stateLabel}</StateTag> },
  { key: 'asked', title: copy.columns.asked, width: 140, render: (_, item) => momentText(item.askedAt) },
];
