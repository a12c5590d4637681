import { Modal } from 'antd';
import { caseCopy as copy } from '../copy/case.copy.ts';
import { useMay } from '../session/use-me.ts';

/** Two accounts of one person: the clerk says that it is the same person, then they become one. */
export function MergeDialog({ busy, onMerge, onCancel }: { busy: boolean; onMerge: () => void; onCancel: () => void }) {
  const may = useMay('residents.merge');
  return (
    <Modal open title={copy.merge.title} okText={copy.merge.act} cancelText={copy.merge.cancel} okButtonProps={{ disabled: !may, loading: busy, 'data-testid': 'merge-account' }} onOk={onMerge} onCancel={onCancel}>
      <p>{may ? copy.merge.body : copy.merge.notAllowed}</p>
    </Modal>
  );
}
