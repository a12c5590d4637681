import { LikeOutlined, PictureOutlined } from '@ant-design/icons';
import type { StaffSuggestionCard } from '@hall/shared/api/views';
import type { TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { dayWords, momentText } from '../../kit/clock.ts';
import { suggestionsCopy as copy } from '../../kit/copy/suggestions.copy.ts';
import { StateTag } from '../../kit/state/StateTag.tsx';
import styles from './List.module.css';
import { stateTone, wayOf } from './suggestion.view.ts';

/** @param search takes the list along, so that one leads to the next and back */
export function columnsOf(search: string): TableColumnsType<StaffSuggestionCard> {
  return [
    { key: 'number', title: copy.columns.number, width: 148, render: (_, item) => <span className={styles.two}><Link to={`/suggestions/${item.id}${search}`} data-testid={`suggestion-${item.number}`}>{item.number}</Link><small>{wayOf(item).word} · {item.topicLabel}</small></span> },
    { key: 'text', title: copy.columns.text, render: (_, item) => (
      <span className={styles.two}>
        <Link to={`/suggestions/${item.id}${search}`} className={styles.words}>{item.excerpt}</Link>
        <small className={styles.marks}>
          {item.verdict === 'doubtful' ? <StateTag tone="warn">{copy.doubtful}</StateTag> : null}
          {item.supporters > 0 ? <span><LikeOutlined /> {copy.supporters(item.supporters)}</span> : null}
          {item.pictureCount > 0 ? <span><PictureOutlined /> {copy.pictures(item.pictureCount)}</span> : null}
          <span>{item.visibilityLabel}</span>
        </small>
      </span>
    ) },
    { key: 'state', title: copy.columns.state, width: 148, render: (_, item) => <StateTag tone={stateTone(item.state)}>{item.stateLabel}</StateTag> },
    { key: 'owner', title: copy.columns.owner, width: 96, render: (_, item) => item.ownerName ?? <span className="muted">{copy.nobody}</span> },
    { key: 'received', title: copy.columns.received, width: 122, render: (_, item) => dayWords(item.receivedOn) },
    { key: 'due', title: copy.columns.due, width: 206, render: (_, { due }) => {
      if (!due) return null;
      if (due.overdue) return <StateTag tone="accent">{copy.overdue(due.stepLabel, due.daysLate)}</StateTag>;
      return <span className="muted">{due.dueAt === null ? copy.standing(due.stepLabel) : copy.dueBy(due.stepLabel, momentText(due.dueAt))}</span>;
    } },
  ];
}
