import type { ApplicationCardView, MatterCardView, RelativeView, SlotDayView, SlotView } from '@hall/shared/api/views';
import { copy as words } from '../../kit/copy/visit.ts';
import type { Option } from '../../kit/ui/choice.tsx';

const copy = words.book;

/** One matter of a visit, for one person; what the server wants to know when a place is held. */
export interface Errand { key: string; matterId: string; applicationId?: string; relativeId?: string; label: string; detail: string; ready: boolean }

const BOOKABLE: readonly ApplicationCardView['state'][] = ['draft', 'submitted', 'returned', 'ready', 'rejected'];

/** What may be brought to the window: every open case first, ready ones on top. */
export function errandsOf(applications: readonly ApplicationCardView[]): Errand[] {
  return applications.filter((application) => BOOKABLE.includes(application.state))
    .sort((a, b) => Number(b.state === 'ready') - Number(a.state === 'ready'))
    .map((application) => ({
      key: application.id, matterId: application.matterId, applicationId: application.id, ready: application.state === 'ready',
      label: `${application.matterName} · ${application.maskedName || application.relationLabel}`,
      detail: application.state === 'ready' ? copy.ready : application.stateLabel,
    }));
}

/** A matter without a case, for oneself or a relative. */
export function plainErrand(matter: MatterCardView, relative: RelativeView | undefined): Errand {
  return {
    key: `${matter.id}/${relative?.id ?? 'self'}`, matterId: matter.id, ...(relative ? { relativeId: relative.id } : {}), ready: false,
    label: `${matter.name} · ${relative ? `${relative.relationLabel} ${relative.maskedName}` : copy.self}`, detail: copy.minutes(matter.minutesReady, matter.minutesNotReady),
  };
}

/** The same person's same matter is one errand, however it was chosen. */
export const addErrand = (errands: readonly Errand[], more: Errand): Errand[] => (errands.some((errand) => errand.key === more.key) ? [...errands] : [...errands, more]);

/** The part of an errand that travels to the server. */
export const wish = ({ matterId, applicationId, relativeId }: Errand) => ({ matterId, ...(applicationId ? { applicationId } : {}), ...(relativeId ? { relativeId } : {}) });

/** The case that may open express slots: the one ready case of a visit of one errand. */
export const expressCase = (errands: readonly Errand[]): string | undefined => (errands.length > 0 && errands.every((errand) => errand.ready) ? errands[0]?.applicationId : undefined);

/** How many more places there are on a day, in a word. */
export const freeInWords = (day: SlotDayView): string => (!day.open ? day.note ?? copy.closed : day.free === 0 ? copy.full : copy.free(day.free));

export const mayChoose = (day: SlotDayView): boolean => day.open && day.free > 0;

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
