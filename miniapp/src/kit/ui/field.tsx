import { Input, Picker, Textarea, View } from '@tarojs/components';
import type { InputProps } from '@tarojs/components';
import { useRef, type ReactNode } from 'react';
import type { CodeView } from '@hall/shared/api/views';
import { spoken } from '../accessibility.ts';
import { copy } from '../copy/kit.ts';
import { Icon } from './icon.tsx';

interface FieldProps { id?: string; label: string; hint?: string | undefined; error?: string | null | undefined; optional?: boolean; locked?: boolean; children: ReactNode }

/** A question with its example and its error beside it. A locked one shows the lock and the word. */
export function Field({ id, label, hint, error, optional = false, locked = false, children }: FieldProps) {
  return (
    <View {...(id ? { id } : {})} className={`field${error ? ' field--wrong' : ''}${locked ? ' field--locked' : ''}`}>
      <View className='field__label'>
        {label}
        {optional && <View className='field__aside'>{copy.optional}</View>}
        {locked && <View className='field__aside'><Icon name='lock' size='small' />{copy.locked}</View>}
      </View>
      {hint && <View className='field__hint'>{hint}</View>}
      {children}
      {error && <View className='field__error' {...spoken('alert')}><Icon name='circle-alert' size='small' /><View>{error}</View></View>}
    </View>
  );
}

interface TextProps {
  id?: string;
  value: string;
  onChange: (value: string) => void;
  onLeave?: () => void;
  /** The keyboard's own key for “done”. */
  onDone?: () => void;
  type?: 'text' | 'number' | 'idcard' | 'digit';
  placeholder?: string | undefined;
  maxLength?: number;
  disabled?: boolean;
  label: string;
  big?: boolean;
  /** A password: shown as dots. */
  secret?: boolean;
}

/** One line of text. */
export function TextInput({ id, value, onChange, onLeave, onDone, type = 'text', placeholder, maxLength = 60, disabled = false, label, big = false, secret = false }: TextProps) {
  // Browsers give `number` a spinner and drop leading zeros; a numeric keyboard is all that is wanted.
  const keyboard: Pick<InputProps, 'type'> = { type: process.env.TARO_ENV === 'h5' ? 'text' : (type as NonNullable<InputProps['type']>) };
  const mode = process.env.TARO_ENV === 'h5' && (type === 'number' || type === 'digit') ? { inputmode: 'numeric' } : {};
  return (
    <Input {...(id ? { id } : {})} className={`input${big ? ' input--big' : ''}${disabled ? ' input--locked' : ''}`} value={value} maxlength={maxLength} disabled={disabled} {...keyboard} {...mode} {...(secret ? { password: true } : {})}
      {...(placeholder ? { placeholder } : {})} placeholderClass='placeholder' aria-label={label}
      onInput={(event) => onChange(event.detail.value)} onBlur={() => onLeave?.()} onConfirm={() => onDone?.()} />
  );
}

/** Several lines of text, with how many characters are left. */
export function TextBox({ id, value, onChange, placeholder, maxLength, label }: Pick<TextProps, 'id' | 'value' | 'onChange' | 'placeholder' | 'label'> & { maxLength: number }) {
  return (
    <View className='textbox'>
      <Textarea {...(id ? { id } : {})} className='textbox__area' value={value} maxlength={maxLength} placeholder={placeholder ?? ''} placeholderClass='placeholder' aria-label={label} onInput={(event) => onChange(event.detail.value)} />
      <View className='textbox__left'>{copy.charactersLeft(maxLength - value.length)}</View>
    </View>
  );
}

interface PickProps { id?: string; label: string; options: readonly CodeView[]; value: string | undefined; onChange: (code: string) => void; disabled?: boolean }

/** The same list as long as it reads the same: a new one would cross to the view with every letter typed elsewhere. */
function useSameWords(words: string[]): string[] {
  const kept = useRef(words);
  if (kept.current.join('\n') !== words.join('\n')) kept.current = words;
  return kept.current;
}

/** One of a long list, by the picker the phone itself brings. */
export function CodePicker({ id, label, options, value, onChange, disabled = false }: PickProps) {
  const words = useSameWords(options.map((option) => option.label));
  const index = options.findIndex((option) => option.code === value);
  const word = options[index]?.label;
  return process.env.TARO_ENV === 'h5' ? (
    <View className={`picker${disabled ? ' input--locked' : ''}`}>
      <select {...(id ? { id } : {})} className='picker__select' aria-label={label} disabled={disabled} value={value ?? ''} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value='' disabled>{copy.pleaseChoose}</option>
        {options.map((option) => <option key={option.code} value={option.code}>{option.label}</option>)}
      </select>
    </View>
  ) : (
    <Picker mode='selector' range={words} value={Math.max(0, index)} disabled={disabled}
      onChange={(event) => { const chosen = options[Number(event.detail.value)]; if (chosen) onChange(chosen.code); }}>
      <View {...(id ? { id } : {})} className={`picker${word ? '' : ' placeholder'}${disabled ? ' input--locked' : ''}`} {...spoken('button', `${label} ${word ?? copy.pleaseChoose}`)}>{word ?? copy.pleaseChoose}</View>
    </Picker>
  );
}

interface DateProps { id?: string; label: string; value: string | undefined; fields: 'month' | 'day'; from?: string; until?: string; onChange: (value: string) => void; disabled?: boolean }

/** A day (`YYYY-MM-DD`) or a month (`YYYY-MM`), by the phone's own picker. */
export function DatePicker({ id, label, value, fields, from, until, onChange, disabled = false }: DateProps) {
  return process.env.TARO_ENV === 'h5' ? (
    <input {...(id ? { id } : {})} className='input input--native' type={fields === 'month' ? 'month' : 'date'} aria-label={label} value={value ?? ''} min={from} max={until} disabled={disabled} onChange={(event) => onChange(event.currentTarget.value)} />
  ) : (
    <Picker mode='date' fields={fields} value={value ?? ''} {...(from ? { start: from } : {})} {...(until ? { end: until } : {})} disabled={disabled} onChange={(event) => onChange(event.detail.value)}>
      <View {...(id ? { id } : {})} className={`picker${value ? '' : ' placeholder'}`} {...spoken('button', `${label} ${value ?? copy.pleaseChoose}`)}>{value || copy.pleaseChoose}</View>
    </Picker>
  );
}
