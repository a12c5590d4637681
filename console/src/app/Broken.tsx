import { WarningOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { errorCopy as copy } from '../kit/copy/error.copy.ts';
import { Blank } from '../kit/state/Blank.tsx';

/** A page that threw: never a white screen. The frame around it stays usable. */
export function Broken() {
  return <Blank icon={<WarningOutlined />} title={copy.brokenTitle} body={copy.brokenBody} testId="broken-page" action={<Button onClick={() => location.reload()}>{copy.reload}</Button>} />;
}
