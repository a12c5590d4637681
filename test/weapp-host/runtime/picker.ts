import type { Make } from './engine.ts';

type Choose = (wish: unknown) => void;
const pickers = new WeakMap<Element, Choose>();

/** WeChat's picker rolls up from below; a test chooses in it what a person could choose, and nothing else. */
export const becomePicker: Make = (host, emit) => {
  const now: Record<string, unknown> = {};
  pickers.set(host, (wish) => {
    if (now.disabled) throw new Error('This picker is disabled');
    emit('change', { value: chosen(now, wish) });
  });
  return {
    set(name, value) {
      now[name] = value;
    },
  };
};

function chosen(picker: Record<string, unknown>, wish: unknown): unknown {
  if (picker.mode === 'selector') return fromRange(picker, wish);
  if (picker.mode === 'date' || picker.mode === 'time') {
    const value = String(wish);
    if (picker.start && value < String(picker.start).slice(0, value.length)) throw new Error(`${value} lies before ${String(picker.start)}`);
    if (picker.end && value > String(picker.end).slice(0, value.length)) throw new Error(`${value} lies after ${String(picker.end)}`);
  }
  return wish;
}

/** By place in the list, by the words shown, or by how they begin where only one line begins so. */
function fromRange(picker: Record<string, unknown>, wish: unknown): number {
  const words = (picker.range as unknown[]).map((item) => (picker.rangeKey && item !== null && typeof item === 'object' ? String((item as Record<string, unknown>)[String(picker.rangeKey)]) : String(item)));
  const beginning = words.filter((line) => line.startsWith(String(wish)));
  const index = typeof wish === 'number' ? wish : words.indexOf(words.includes(String(wish)) || beginning.length !== 1 ? String(wish) : beginning[0]!);
  if (!(index in words)) throw new Error(`The picker offers ${words.join(', ')}; not ${String(wish)}`);
  return index;
}

/** Chooses in the picker around or inside this element. */
export function pickIn(element: Element, wish: unknown): void {
  const picker = element.closest('wx-picker') ?? element.querySelector('wx-picker');
  const choose = picker && pickers.get(picker);
  if (!choose) throw new Error(`There is no picker at #${element.id}`);
  choose(wish);
}
