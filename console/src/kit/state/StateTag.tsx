import { CheckCircleFilled, ClockCircleFilled, ExclamationCircleFilled, InfoCircleFilled, MinusCircleFilled, StarFilled } from '@ant-design/icons';
import type { ReactNode } from 'react';
import styles from './state.module.css';

export type Tone = 'quiet' | 'ok' | 'info' | 'warn' | 'sun' | 'accent';

const ICONS: Record<Tone, ReactNode> = {
  quiet: <MinusCircleFilled />,
  ok: <CheckCircleFilled />,
  info: <InfoCircleFilled />,
  warn: <ClockCircleFilled />,
  sun: <StarFilled />,
  accent: <ExclamationCircleFilled />,
};

/** A state is always an icon, a word and a colour together: never colour alone. */
export function StateTag({ tone, children, testId }: { tone: Tone; children: ReactNode; testId?: string }) {
  return <span className={`${styles.tag} ${styles[tone]}`} data-testid={testId}>{ICONS[tone]}{children}</span>;
}
