import type { MatterRoomView } from '@hall/shared/api/views';
import type { MatterContent } from '@hall/shared/matter/matter-content';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { Link, useNavigate, useParams } from 'react-router';
import { api } from '../../kit/api/api.ts';
import { sentencesOf } from '../../kit/api/problem.ts';
import { mattersCopy as copy } from '../../kit/copy/matters.copy.ts';
import { Page } from '../../kit/layout/Page.tsx';
import { useMay } from '../../kit/session/use-me.ts';
import { Loaded } from '../../kit/state/Loaded.tsx';
import { StateTag } from '../../kit/state/StateTag.tsx';
import { DraftEditor } from './DraftEditor.tsx';
import styles from './Matters.module.css';
import { PhonePreview } from './PhonePreview.tsx';
import { Versions } from './Versions.tsx';

/** One matter: what stands, what is coming, and the version that is being written. */
export function MatterPage() {
  const { id = '' } = useParams();
  const client = useQueryClient();
  const go = useNavigate();
  const { message } = App.useApp();
  const query = useQuery({ queryKey: ['matters', id], queryFn: () => api.get<MatterRoomView>(`/staff/matters/${id}`), refetchOnWindowFocus: false });
  const [mayHouse, mayLights] = [useMay('hall.edit'), useMay('lights.edit')];
  const took = (room: MatterRoomView) => { client.setQueryData(['matters', id], room); void client.invalidateQueries({ queryKey: ['matters'], exact: true }); };
  const begin = useMutation({ mutationFn: () => api.post<MatterRoomView>(`/staff/matters/${id}/draft`, { restores: null }), onSuccess: took, onError: (error) => void message.error(sentencesOf(error).join('；')) });
  const dropped = () => { void client.invalidateQueries({ queryKey: ['matters'] }); if (query.data?.versions.length === 0) void go('/matters'); };
  return (
    <Loaded query={query} lines={10}>
      {(room) => (
        <Page title={room.name} testId="matter" lead={(
          <span className={styles.acts}>
            {room.windows.length > 0 ? copy.windowsAre(room.windows.join('、')) : <StateTag tone="warn">{copy.noWindow}</StateTag>}
            {mayHouse ? <Link to="/house?room=window">{copy.house}</Link> : null}{mayLights ? <Link to="/lights">{copy.lights}</Link> : null}
          </span>
        )} action={<span className={styles.acts}><Link to="/matters">{copy.back}</Link>{room.draft ? null : <Button type="primary" size="large" loading={begin.isPending} onClick={() => begin.mutate()} data-testid="matter-edit">{copy.edit}</Button>}</span>}>
          {room.draft ? (
            <>
              <DraftEditor key={`${room.id}-${room.draft.version}`} room={room} draft={room.draft} onChanged={took} onStale={() => void query.refetch()} onDropped={dropped} />
              {room.versions.length > 0 ? <Versions room={room} onChanged={took} /> : null}
            </>
          ) : (
            <div className={styles.two}>
              <Versions room={room} onChanged={took} />
              {room.standing ? <aside className={styles.beside}><strong>{copy.phone}</strong><PhonePreview content={room.standing as unknown as MatterContent} /></aside> : null}
            </div>
          )}
        </Page>
      )}
    </Loaded>
  );
}
