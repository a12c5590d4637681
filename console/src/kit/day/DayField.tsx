import { DatePicker } from 'antd';
import { dayOfPicker, pickerDay } from './chinese-days.ts';

const SHOWN = 'YYYY-MM-DD ddd';
/** Typed as people type days; the first is how a chosen day is shown. */
const TYPED = [SHOWN, 'YYYY-MM-DD', 'YYYY-M-D', 'YYYY/M/D', 'YYYYMMDD'];

/** One day, `YYYY-MM-DD`. With `open` it may be left out, and the words of `open` say what that means. */
export function DayField({ value, onChange, wrong, open, testId }: { value: string | null; onChange: (day: string | null) => void; wrong?: boolean; open?: string; testId?: string }) {
  return <DatePicker value={pickerDay(value)} format={TYPED} showNow={false} allowClear={open !== undefined} placeholder={open ?? ''} status={wrong ? 'error' : ''} onChange={(day) => onChange(dayOfPicker(day))} data-testid={testId} />;
}
