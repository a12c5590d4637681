import { TAGS } from './elements.ts';
import { defineBuiltin, type Make } from './engine.ts';
import { pressOpenType } from './open-types.ts';
import { becomePicker } from './picker.ts';

const field = (tag: 'input' | 'textarea'): Make => (host, emit) => {
  const inner = document.createElement(tag);
  host.appendChild(inner);
  const detail = () => ({ value: inner.value, cursor: inner.selectionStart ?? inner.value.length });
  const pass = (name: string, more = {}) => inner.addEventListener(name, (event) => {
    event.stopPropagation();
    emit(name, { ...detail(), ...more });
  });
  pass('input');
  pass('focus', { height: 0 });
  pass('blur');
  inner.addEventListener('keydown', (event) => {
    if ((event as KeyboardEvent).key === 'Enter') emit('confirm', detail());
  });
  const setters: Record<string, (value: unknown) => void> = {
    value: (value) => {
      const text = String(value ?? '');
      if (inner.value !== text) inner.value = text;
    },
    placeholder: (value) => { inner.placeholder = String(value ?? ''); },
    disabled: (value) => { inner.disabled = Boolean(value); },
    maxlength: (value) => {
      if (Number(value) > 0) inner.maxLength = Number(value);
      else inner.removeAttribute('maxlength');
    },
    type: (value) => { inner.inputMode = value === 'number' ? 'numeric' : value === 'digit' ? 'decimal' : 'text'; },
    password: (value) => { if (inner instanceof HTMLInputElement) inner.type = value ? 'password' : 'text'; },
  };
  return { set: (name, value) => setters[name]?.(value) };
};

const tick = (): Make => (host, emit) => {
  const box = Object.assign(document.createElement('input'), { type: 'checkbox' });
  host.appendChild(box);
  box.addEventListener('change', (event) => {
    event.stopPropagation();
    emit('change', { value: box.checked });
  });
  return {
    set(name, value) {
      if (name === 'checked') box.checked = Boolean(value);
      if (name === 'disabled') box.disabled = Boolean(value);
    },
  };
};

const button: Make = (host, emit, onTap) => {
  const now: Record<string, unknown> = {};
  host.setAttribute('role', 'button');
  onTap(() => {
    if (!now.disabled && now.openType) pressOpenType(String(now.openType), emit);
  });
  return {
    set(name, value) {
      now[name] = value;
      if (name === 'disabled') host.setAttribute('aria-disabled', String(Boolean(value)));
    },
  };
};

/** Where a picture comes from: the package, the phone's files, or a server; a phone loads all three by itself. */
const pictureAddress = (source: string) =>
  /^(https?|wxfile):/.test(source) ? `/__picture?of=${encodeURIComponent(source)}` : source.startsWith('data:') ? source : `/${source.replace(/^\//, '')}`;

const image: Make = (host, emit) => {
  const picture = document.createElement('img');
  host.appendChild(picture);
  picture.addEventListener('load', () => emit('load', { width: picture.naturalWidth, height: picture.naturalHeight }));
  picture.addEventListener('error', () => emit('error', { errMsg: 'load failed' }));
  return {
    set(name, value) {
      if (name === 'src' && value) {
        host.dataset.src = String(value);
        if (window.hostBoot.loadsPictures) picture.src = pictureAddress(String(value));
        else queueMicrotask(() => emit('load', { width: 1, height: 1 }));
      }
      if (name === 'mode') picture.style.objectFit = /Fill/.test(String(value)) ? 'cover' : /Fit/.test(String(value)) ? 'contain' : 'fill';
    },
  };
};

const canvas: Make = (host) => {
  host.appendChild(document.createElement('canvas'));
  return {};
};

const FIELD = { value: '', placeholder: '', disabled: false, maxlength: 140, type: 'text', password: false };

const MADE: Record<string, [properties: Record<string, unknown>, make: Make]> = {
  button: [{ disabled: false, type: '', openType: '' }, button],
  input: [FIELD, field('input')],
  textarea: [FIELD, field('textarea')],
  switch: [{ checked: false, disabled: false }, tick()],
  checkbox: [{ checked: false, disabled: false, value: '' }, tick()],
  image: [{ src: '', mode: '' }, image],
  canvas: [{ type: '', canvasId: '' }, canvas],
  picker: [{ mode: 'selector', value: '', range: [], rangeKey: '', start: '', end: '', fields: 'day', disabled: false }, becomePicker],
};

/** Defines every element of WeChat's the host knows; those without an inside of their own are plain boxes. */
export function defineBuiltins(): void {
  for (const tag of TAGS) {
    const made = MADE[tag];
    if (made) defineBuiltin(tag, ...made);
    else if (tag !== 'page') defineBuiltin(tag);
  }
}
