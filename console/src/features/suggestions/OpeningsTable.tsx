import type { BoxOpeningView } from '@hall/shared/api/views';
import type { TableColumnsType } from 'antd';
import { Button, Popconfirm, Table } from 'antd';
import { Link } from 'react-router';
import { dayWords } from '../../kit/clock.ts';
import { boxCopy as copy } from '../../kit/copy/suggestion-rooms.copy.ts';
import { useLeave } from '../../kit/session/Gates.tsx';
import { StateTag } from '../../kit/state/StateTag.tsx';
import type { useBoxStep } from './box.api.ts';
import { openingTone } from './box.view.ts';
import styles from './Rooms.module.css';

/** Each opening, and the next step of it. Nobody confirms their own. */
export function OpeningsTable({ openings, step, onConfirm, onReschedule }: { openings: readonly BoxOpeningView[]; step: ReturnType<typeof useBoxStep>; onConfirm: (opening: BoxOpeningView) => void; onReschedule: (opening: BoxOpeningView) => void }) {
  const leave = useLeave();
  const move = ({ id, version }: BoxOpeningView, name: string, done: string) => step.mutate({ path: `box-openings/${id}/${name}`, body: { version }, done });
  const acts = (opening: BoxOpeningView) => {
    const may = (action: string) => (opening.actions as readonly string[]).includes(action);
    return (
      <span className={styles.acts}>
        {may('begin') ? <Popconfirm title={copy.beginAsk} okText={copy.yes} cancelText={copy.no} okButtonProps={{ 'data-testid': 'begin-yes' }} onConfirm={() => move(opening, 'begin', copy.begun)}><Button size="small" data-testid={`opening-begin-${opening.plannedFor}`}>{copy.begin}</Button></Popconfirm> : null}
        {opening.state === 'planned' && !may('begin') ? <small className="muted">{copy.notYet}</small> : null}
        {may('reschedule') ? <Button size="small" type="text" onClick={() => onReschedule(opening)} data-testid={`opening-reschedule-${opening.plannedFor}`}>{copy.reschedule}</Button> : null}
        {may('confirm') ? <Button size="small" type="primary" onClick={() => onConfirm(opening)} data-testid={`opening-confirm-${opening.plannedFor}`}>{copy.confirm}</Button> : null}
        {may('step-back') ? <><small className="muted">{copy.waiting}</small><Button size="small" onClick={leave} data-testid="opening-other">{copy.other}</Button><Button size="small" onClick={() => move(opening, 'step-back', copy.steppedBack)} data-testid="opening-step-back">{copy.stepBack}</Button></> : null}
        {opening.state === 'opened' ? <Link to={`/suggestions/box/${opening.id}`} data-testid={`opening-enter-${opening.plannedFor}`}>{copy.enter}</Link> : null}
      </span>
    );
  };
  const columns: TableColumnsType<BoxOpeningView> = [
    { key: 'day', title: copy.columns.day, width: 220, render: (_, opening) => <>{dayWords(opening.plannedFor)}{opening.movedFrom === null ? null : <small className={styles.moved} data-testid={`opening-moved-${opening.plannedFor}`}>{copy.movedFrom(dayWords(opening.movedFrom), opening.moveReason ?? '')}</small>}</> },
    { key: 'state', title: copy.columns.state, width: 200, render: (_, opening) => <><StateTag tone={openingTone(opening)}>{opening.stateLabel}</StateTag>{opening.overdue ? <small className={styles.late}>{copy.late}</small> : null}</> },
    { key: 'people', title: copy.columns.people, width: 170, render: (_, opening) => (opening.firstName ? copy.people(opening.firstName, opening.secondName) : '') },
    { key: 'slips', title: copy.columns.slips, width: 190, render: (_, opening) => (opening.counted === null ? '' : copy.counted(opening.counted, opening.entered)) },
    { key: 'acts', title: copy.columns.acts, render: (_, opening) => acts(opening) },
  ];
  return <Table<BoxOpeningView> rowKey="id" size="middle" columns={columns} dataSource={openings} pagination={{ pageSize: 6, hideOnSinglePage: true, showSizeChanger: false }} />;
}
