import { TimePicker } from 'antd';
import { clockOfPicker, pickerClock } from './chinese-days.ts';

const STEP_MINUTES = 5;

/** From one `HH:mm` to a later one. With `whole` both may be left out, and its words say what that means. */
export function HoursField({ from, to, onChange, wrong, whole, testId }: { from: string | null; to: string | null; onChange: (from: string | null, to: string | null) => void; wrong?: boolean; whole?: string; testId?: string }) {
  return (
    <TimePicker.RangePicker
      value={[pickerClock(from), pickerClock(to)]} format="HH:mm" minuteStep={STEP_MINUTES} needConfirm={false} allowClear={whole !== undefined} placeholder={whole === undefined ? ['', ''] : [whole, '']} status={wrong ? 'error' : ''}
      onChange={(hours) => onChange(clockOfPicker(hours?.[0] ?? null), clockOfPicker(hours?.[1] ?? null))} data-testid={testId}
    />
  );
}
