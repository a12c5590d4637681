import { ApartmentOutlined } from '@ant-design/icons';
import type { HouseChange, HouseImportView, HouseRoomView, HouseSubjectView } from '@hall/shared/api/views';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Segmented, Table } from 'antd';
import { useState } from 'react';
import { api } from '../../kit/api/api.ts';
import { dayWords } from '../../kit/clock.ts';
import { adminCopy } from '../../kit/copy/admin.copy.ts';
import { ChangeDialog } from '../../kit/house/ChangeDialog.tsx';
import { Plans } from '../../kit/house/Plans.tsx';
import { ReadSheet } from '../../kit/house/ReadSheet.tsx';
import { SheetBar } from '../../kit/house/SheetBar.tsx';
import styles from '../../kit/house/house.module.css';
import { Page } from '../../kit/layout/Page.tsx';
import { Blank } from '../../kit/state/Blank.tsx';
import { Loaded } from '../../kit/state/Loaded.tsx';
import { StateTag } from '../../kit/state/StateTag.tsx';
import { useAddress } from '../../kit/use-address.ts';
import { EditDialog } from './EditDialog.tsx';
import { blank, changeOf, FIELDS, factText, HOUSE_ROOMS, roomOf, type HouseFacts } from './house.view.ts';

const copy = adminCopy.house;

/** Departments, counters and the hall itself: changed from a day on, after a look at whom it touches. */
export function HousePage() {
  const client = useQueryClient();
  const [said, setRoom] = useAddress('room', 'department');
  const room = roomOf(said);
  const path = `/staff/house/${room}`;
  const query = useQuery({ queryKey: ['house', room], queryFn: () => api.get<HouseRoomView>(path) });
  const [edited, setEdited] = useState<{ subject: HouseSubjectView | null; begins: HouseFacts } | null>(null);
  const [changes, setChanges] = useState<HouseChange[] | null>(null);
  const [brought, setBrought] = useState<HouseImportView | null>(null);
  const took = (view: HouseRoomView) => { client.setQueryData(['house', room], view); void client.invalidateQueries({ queryKey: ['me'] }); };
  const asTable = room !== 'hall';
  return (
    <Page title={copy.title} lead={copy.lead} testId="house" action={asTable ? <Button type="primary" size="large" disabled={!query.data} onClick={() => setEdited({ subject: null, begins: blank(room, query.data?.items ?? []) })} data-testid="house-add">{copy.add[room]}</Button> : null}>
      <div className={styles.bar}>
        <Segmented value={room} onChange={setRoom} options={HOUSE_ROOMS.map((each) => ({ value: each, label: copy.rooms[each] }))} data-testid="house-rooms" />
        {asTable ? <SheetBar<HouseImportView> path={path} fileName={`${copy.rooms[room]}.xlsx`} onRead={setBrought} /> : null}
      </div>
      <Loaded query={query}>
        {({ items, plans, matters }) => (
          <>
            {items.length === 0 ? <Blank icon={<ApartmentOutlined />} title={copy.emptyTitle} body={copy.emptyBody} testId="house-empty" /> : (
              <Table<HouseSubjectView> rowKey="id" size="middle" pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }} dataSource={items} scroll={{ x: 'max-content' }} columns={[
                ...FIELDS[room].map((field) => ({ key: field.name, title: field.name === 'closed' ? copy.state : copy.fields[field.name], render: (_: unknown, { facts }: HouseSubjectView) => (field.kind === 'flag' ? <StateTag tone={facts[field.name] === true ? 'quiet' : 'ok'}>{factText(field, facts, matters)}</StateTag> : factText(field, facts, matters)) })),
                { key: 'planned', title: '', render: (_, { planned }) => (planned ? <StateTag tone="info">{copy.planned(dayWords(planned.effectiveFrom))}</StateTag> : null) },
                { key: 'acts', title: copy.acts, width: 90, render: (_, subject) => <Button size="small" disabled={subject.planned !== null} onClick={() => setEdited({ subject, begins: subject.facts })} data-testid={`house-edit-${subject.id}`}>{copy.edit}</Button> },
              ]} />
            )}
            <Plans<HouseRoomView> path={path} plans={plans} onSaved={took} />
            {edited ? <EditDialog fields={FIELDS[room]} begins={edited.begins} matters={matters} onClose={() => setEdited(null)} onNext={(after) => { setChanges([changeOf(edited.subject, after)]); setEdited({ ...edited, begins: after }); }} key={edited.subject?.id ?? 'new'} /> : null}
          </>
        )}
      </Loaded>
      {brought ? <ReadSheet brought={brought} onTake={(taken) => { setBrought(null); setChanges(taken); }} onClose={() => setBrought(null)} /> : null}
      {changes ? <ChangeDialog<HouseRoomView> path={path} changes={changes} onSaved={(view) => { took(view); setEdited(null); }} onClose={() => setChanges(null)} /> : null}
    </Page>
  );
}
