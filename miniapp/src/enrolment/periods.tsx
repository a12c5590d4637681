import type { CodeView, OtherPension } from '@hall/shared/api/views';
import { MAX_OTHER_PENSIONS } from '@hall/shared/enrolment/enrolment.form';
import { View } from '@tarojs/components';
import { today } from '../kit/clock.ts';
import { copy as words } from '../kit/copy/enrolment.ts';
import { Button } from '../kit/ui/button.tsx';
import { CodePicker, DatePicker, Field } from '../kit/ui/field.tsx';

const copy = words.form;

interface Props { kinds: readonly CodeView[]; periods: readonly OtherPension[]; errors: Readonly<Record<string, string>>; onChange: (periods: OtherPension[]) => void }

/** Spells under other schemes: as many as there were, each with its kind and months. */
export function Periods({ kinds, periods, errors, onChange }: Props) {
  const month = today().slice(0, 7);
  const write = (at: number, part: Partial<OtherPension>) => onChange(periods.map((period, index) => (index === at ? { ...period, ...part } : period)));
  return (
    <View className='stack'>
      {periods.map((period, at) => (
        <View key={at} id={`period-${at}`} className='stack period'>
          <View className='heading'>{copy.period(at + 1)}</View>
          <Field label={copy.periodKind} error={errors[`otherPensions.${at}.kind`]}><CodePicker id={`period-${at}-kind`} label={copy.periodKind} options={kinds} value={period.kind || undefined} onChange={(kind) => write(at, { kind })} /></Field>
          <Field label={copy.periodFrom} error={errors[`otherPensions.${at}.from`]}><DatePicker id={`period-${at}-from`} label={copy.periodFrom} fields='month' until={month} value={period.from || undefined} onChange={(from) => write(at, { from })} /></Field>
          <Field label={copy.periodTo} error={errors[`otherPensions.${at}.to`]}><DatePicker id={`period-${at}-to`} label={copy.periodTo} fields='month' until={month} value={period.to ?? undefined} onChange={(to) => write(at, { to: to || null })} /></Field>
          <Button id={`period-${at}-remove`} kind='plain' icon='trash-2' onTap={() => onChange(periods.filter((_, index) => index !== at))}>{copy.removePeriod}</Button>
        </View>
      ))}
      {periods.length < MAX_OTHER_PENSIONS && <Button id='period-add' kind='quiet' icon='plus' onTap={() => onChange([...periods, { kind: '', from: '', to: null }])}>{copy.addPeriod}</Button>}
    </View>
  );
}
