import { CompassOutlined } from '@ant-design/icons';
import { layoutCopy as copy } from '../kit/copy/layout.copy.ts';
import { Blank } from '../kit/state/Blank.tsx';

export const Missing = () => <Blank icon={<CompassOutlined />} title={copy.missingTitle} body={copy.missingBody} testId="missing-page" />;
