import { beginTap, ledger, noteFault, settle } from './ledger.ts';
import { quietFor, stir } from './outside.ts';
import { openPages, pageElement, setForeground, topPage, ways } from './pages.ts';
import { pickIn } from './picker.ts';

/** What a driver may ask of the page; everything goes and comes as JSON. */
type Order =
  | { act: 'quiet' } | { act: 'settle' } | { act: 'ledger' } | { act: 'route' } | { act: 'ids' }
  | { act: 'see'; id?: string } | { act: 'look'; id: string } | { act: 'will-tap'; id: string } | { act: 'tap'; id: string } | { act: 'type'; id: string; text: string }
  | { act: 'pick'; id: string; wish: unknown } | { act: 'open'; url: string } | { act: 'back' } | { act: 'foreground'; shown: boolean };

function find(id: string): HTMLElement {
  const found = pageElement().querySelector<HTMLElement>(`[id="${id}"]`) ?? document.querySelector<HTMLElement>(`#host-tabs [data-tab="${id}"]`);
  if (!found) throw new Error(`There is no #${id} on ${topPage()?.address.path ?? 'this page'}; there are: ${ids().join(', ')}`);
  return found;
}

/** Ids written by people; Taro numbers the rest itself. */
const ids = (): string[] => [...pageElement().querySelectorAll('[id]')].map((element) => element.id).filter((id) => id && !/^_/.test(id));

const fieldIn = (element: HTMLElement) => (element.matches('input,textarea') ? element : element.querySelector('input,textarea')) as HTMLInputElement | HTMLTextAreaElement | null;
const resting = (element: HTMLElement) => element.closest('[aria-disabled="true"]') !== null || Boolean(fieldIn(element)?.disabled);

function look(id: string) {
  const element = find(id);
  return { text: element.textContent?.trim() ?? '', value: fieldIn(element)?.value ?? null, disabled: resting(element), picture: (element.matches('wx-image') ? element : element.querySelector<HTMLElement>('wx-image'))?.dataset.src ?? null, classes: element.className };
}

/** A disabled button swallows the finger on a phone; a test that taps one has not looked. */
function willTap(id: string): void {
  const element = find(id);
  if (resting(element)) throw new Error(`#${id} is disabled`);
  beginTap(id, topPage()?.record);
}

function tap(id: string): void {
  willTap(id);
  const element = find(id);
  if (element.dataset.tab) {
    element.click();
    return;
  }
  for (const type of ['mousedown', 'mouseup']) element.dispatchEvent(new MouseEvent(type, { bubbles: true, clientX: 1, clientY: 1 }));
}

function type(id: string, text: string): void {
  const field = fieldIn(find(id));
  if (!field) throw new Error(`#${id} is nothing to type into`);
  if (field.disabled) throw new Error(`#${id} is disabled`);
  field.dispatchEvent(new FocusEvent('focus'));
  field.value = field.maxLength > 0 ? text.slice(0, field.maxLength) : text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new FocusEvent('blur'));
}

/** Orders that only look. After any other the phone has something to do, even if it has not begun yet. */
const LOOKING: readonly Order['act'][] = ['quiet', 'settle', 'ledger', 'route', 'ids', 'see', 'look'];

function carryOut(order: Order): unknown {
  if (!LOOKING.includes(order.act)) stir();
  switch (order.act) {
    case 'quiet': return quietFor();
    case 'settle': return settle();
    case 'ledger': return ledger;
    case 'route': return { path: topPage()?.address.path ?? null, query: topPage()?.address.query ?? {}, depth: openPages().length };
    case 'ids': return ids();
    case 'see': return (order.id ? (pageElement().querySelector<HTMLElement>(`[id="${order.id}"]`)?.textContent ?? null) : pageElement().textContent);
    case 'look': return look(order.id);
    case 'will-tap': return willTap(order.id);
    case 'tap': return tap(order.id);
    case 'type': return type(order.id, order.text);
    case 'pick': return pickIn(find(order.id), order.wish);
    case 'open': return ways.reLaunch(order.url);
    case 'back': return ways.navigateBack(1);
    case 'foreground': return setForeground(order.shown);
  }
}

/** One order in, one result out: `{ value }` or `{ error }`. */
export function drive(order: string): string {
  try {
    return JSON.stringify({ value: carryOut(JSON.parse(order) as Order) ?? null });
  } catch (reason) {
    if (!(reason instanceof Error)) noteFault(reason);
    return JSON.stringify({ error: reason instanceof Error ? reason.message : String(reason) });
  }
}
