import type { SlotView } from '@hall/shared/api/views';
import { copy as words } from '../../kit/copy/visit.ts';
import type { Option } from '../../kit/ui/choice.tsx';

const copy = words.book;

const open = (slot: SlotView): boolean => slot.offered && slot.free > 0;

/** One line a time: the express place where it can be had, else the regular one. */
function onePerTime(slots: readonly SlotView[]): SlotView[] {
  const byTime = new Map<string, SlotView>();
  const rank = (slot: SlotView) => (open(slot) ? (slot.kind === 'express' ? 3 : 2) : slot.kind === 'regular' ? 1 : 0);
  for (const slot of slots) {
    const other = byTime.get(slot.from);
    if (!other || rank(slot) > rank(other)) byTime.set(slot.from, slot);
  }
  return [...byTime.values()].sort((a, b) => a.from.localeCompare(b.from));
}

/** The slots of a day by half. */
export function halves(slots: readonly SlotView[]): { label: string; options: Option<string>[] }[] {
  const option = (slot: SlotView): Option<string> => ({
    value: slot.id, label: `${slot.from}–${slot.to}`, aside: slot.kind === 'express' ? copy.express : undefined,
    detail: slot.offered ? copy.slotFree(slot.free) : slot.reason ?? copy.full, disabled: !open(slot),
  });
  const sorted = onePerTime(slots);
  return [{ label: copy.morning, of: sorted.filter((slot) => slot.from < '12:00') }, { label: copy.afternoon, of: sorted.filter((slot) => slot.from >= '12:00') }]
    .filter((half) => half.of.length > 0).map((half) => ({ label: half.label, options: half.of.map(option) }));
}
