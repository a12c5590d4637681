import type { CalendarPreviewView } from '@hall/shared/api/views';
import { Button, Modal, Table } from 'antd';
import { dayWords } from '../../kit/clock.ts';
import { calendarCopy as copy } from '../../kit/copy/calendar.copy.ts';
import { dayWordsOf } from './calendar.view.ts';

/** Day by day what saving will change, before it is saved. */
export function ChangesDialog({ preview, saving, onSave, onClose }: { preview: CalendarPreviewView; saving: boolean; onSave: () => void; onClose: () => void }) {
  return (
    <Modal open width={720} title={copy.effects[preview.effect](preview.year)} onCancel={onClose} footer={(
      <><Button onClick={onClose}>{copy.keepEditing}</Button><Button type="primary" loading={saving} onClick={onSave} data-testid="calendar-save">{copy.save}</Button></>
    )}>
      <p className="muted" style={{ marginBottom: 8 }}>{preview.changes.length === 0 ? copy.noChanges : copy.changes(preview.changes.length)}</p>
      {preview.changes.length > 0 ? (
        <Table rowKey="day" size="small" pagination={false} scroll={{ y: 360 }} dataSource={preview.changes} data-testid="calendar-changes" columns={[
          { title: copy.columns.day, width: 150, render: (_, change) => dayWords(change.day) },
          { title: copy.before, render: (_, change) => <span className="muted">{dayWordsOf(change.day, change.before)}</span> },
          { title: copy.after, render: (_, change) => <strong>{dayWordsOf(change.day, change.after)}</strong> },
        ]} />
      ) : null}
    </Modal>
  );
}
