import type { HouseChange, HouseRoomView } from '@hall/shared/api/views';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Table } from 'antd';
import { useState } from 'react';
import { api } from '../../kit/api/api.ts';
import { dayWords } from '../../kit/clock.ts';
import { adminCopy } from '../../kit/copy/admin.copy.ts';
import { ChangeDialog } from '../../kit/house/ChangeDialog.tsx';
import { Plans } from '../../kit/house/Plans.tsx';
import { Card, Page } from '../../kit/layout/Page.tsx';
import { Loaded } from '../../kit/state/Loaded.tsx';
import { StateTag } from '../../kit/state/StateTag.tsx';
import { SettingDialog } from './SettingDialog.tsx';
import { sectionsOf, type SettingRow } from './settings.view.ts';

const copy = adminCopy.settings;

/** How the hall serves, as its heads decide. */
export const SettingsPage = () => <Settings path="/staff/house/setting" title={copy.title} lead={copy.lead} ofDepartments />;
/** How the programs work, as the system administrator keeps them. */
export const SystemSettingsPage = () => <Settings path="/staff/settings" title={copy.technicalTitle} lead={copy.technicalLead} ofDepartments={false} />;

function Settings({ path, title, lead, ofDepartments }: { path: string; title: string; lead: string; ofDepartments: boolean }) {
  const client = useQueryClient();
  const query = useQuery({ queryKey: ['settings', path], queryFn: () => api.get<HouseRoomView>(path) });
  const departments = useQuery({ queryKey: ['house', 'department'], queryFn: () => api.get<HouseRoomView>('/staff/house/department'), enabled: ofDepartments });
  const [edited, setEdited] = useState<{ row: SettingRow; begins: unknown } | null>(null);
  const [changes, setChanges] = useState<HouseChange[] | null>(null);
  const took = (room: HouseRoomView) => client.setQueryData(['settings', path], room);
  const rooms = departments.data?.items ?? [];
  const nameOf = (id: string) => rooms.find((each) => each.id === id)?.label ?? '…';
  return (
    <Page title={title} lead={lead} testId="settings">
      <Loaded query={query}>
        {({ items, plans }) => (
          <>
            {sectionsOf(items, nameOf).map(({ group, title: section, rows }) => (
              <Card key={group} testId={`settings-${group}`}>
                <h2>{section}</h2>
                <Table<SettingRow> rowKey={({ subject }) => subject.id} size="middle" pagination={false} dataSource={rows} columns={[
                  { title: copy.columns.label, render: (_, { setting }) => <><strong>{setting.label}</strong><br /><span className="muted">{setting.meaning}</span></> },
                  { title: copy.columns.value, width: 260, render: (_, { setting, text, usualText, isUsual }) => <><strong>{text}</strong>{isUsual || setting.kind === 'department' ? null : <span className="muted"> {copy.usual(usualText)}</span>}</> },
                  { title: '', width: 170, render: (_, { subject }) => (subject.planned ? <StateTag tone="info">{adminCopy.house.planned(dayWords(subject.planned.effectiveFrom))}</StateTag> : null) },
                  { title: copy.columns.acts, width: 90, render: (_, row) => <Button size="small" disabled={row.subject.planned !== null} onClick={() => setEdited({ row, begins: row.subject.facts['value'] })} data-testid={`setting-edit-${row.subject.id}`}>{copy.edit}</Button> },
                ]} />
              </Card>
            ))}
            <Plans<HouseRoomView> path={path} plans={plans} onSaved={took} />
          </>
        )}
      </Loaded>
      {edited ? <SettingDialog key={edited.row.subject.id} setting={edited.row.setting} begins={edited.begins} departments={rooms.filter(({ facts }) => facts['closed'] !== true).map(({ id, label }) => ({ id, name: label }))} onClose={() => setEdited(null)} onNext={(value) => { setChanges([{ subjectId: edited.row.subject.id, stamp: edited.row.subject.stamp, after: { value } }]); setEdited({ ...edited, begins: value }); }} /> : null}
      {changes ? <ChangeDialog<HouseRoomView> path={path} changes={changes} onSaved={(room) => { took(room); setEdited(null); }} onClose={() => setChanges(null)} /> : null}
    </Page>
  );
}
