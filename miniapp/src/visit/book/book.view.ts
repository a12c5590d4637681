import type { ApplicationCardView, MatterCardView, RelativeView } from '@hall/shared/api/views';
import { copy as words } from '../../kit/copy/visit.ts';
import { inOnePiece } from '../../kit/in-one-piece.ts';
import type { Wish } from '../errands.ts';

const copy = words.book;

/** One thing to do at the hall, as it is offered to be ticked. */
export interface Errand extends Wish { key: string; label: string; detail: string; ready: boolean }

const BOOKABLE: readonly ApplicationCardView['state'][] = ['draft', 'submitted', 'returned', 'ready', 'rejected'];

/** What may be brought to the window: every open case first, ready ones on top. */
export function errandsOf(applications: readonly ApplicationCardView[]): Errand[] {
  return applications.filter((application) => BOOKABLE.includes(application.state))
    .sort((a, b) => Number(b.state === 'ready') - Number(a.state === 'ready'))
    .map((application) => ({
      key: application.id, matterId: application.matterId, applicationId: application.id, ready: application.state === 'ready',
      label: `${application.matterName} · ${inOnePiece(application.maskedName) || application.relationLabel}`,
      detail: application.state === 'ready' ? copy.ready : application.stateLabel,
    }));
}

/** A matter without a case, for oneself or a relative. */
export function plainErrand(matter: MatterCardView, relative: RelativeView | undefined): Errand {
  return {
    key: `${matter.id}/${relative?.id ?? 'self'}`, matterId: matter.id, ...(relative ? { relativeId: relative.id } : {}), ready: false,
    label: `${matter.name} · ${relative ? `${relative.relationLabel} ${inOnePiece(relative.maskedName)}` : copy.self}`, detail: copy.minutes(matter.minutesReady, matter.minutesNotReady),
  };
}

/** The same person's same matter is one errand, however it was chosen. */
export const addErrand = (errands: readonly Errand[], more: Errand): Errand[] => (errands.some((errand) => errand.key === more.key) ? [...errands] : [...errands, more]);

/** The part of an errand that travels to the server. */
export const wish = ({ matterId, applicationId, relativeId }: Errand): Wish => ({ matterId, ...(applicationId ? { applicationId } : {}), ...(relativeId ? { relativeId } : {}) });

/** The case that may open express slots: the one ready case of a visit of one errand. */
export const expressCase = (errands: readonly Errand[]): string | undefined => (errands.length > 0 && errands.every((errand) => errand.ready) ? errands[0]?.applicationId : undefined);

/** What is offered, and what of it is ticked. */
export interface Choosing { errands: Errand[]; chosen: string[] }

/**
 * The case one came from is ticked; without any, the matter one came from, what is ready, or the only thing there is.
 * @param family whether there are relatives to come for: then nothing is ticked that was only guessed
 */
export function firstChoice(applications: readonly ApplicationCardView[], matters: readonly MatterCardView[], from: { applicationId?: string | undefined; matterId?: string | undefined }, family = false): Choosing {
  const errands = errandsOf(applications);
  const asked = errands.find((errand) => errand.key === from.applicationId);
  if (asked) return { errands, chosen: [asked.key] };
  const wanted = matters.find((one) => one.id === from.matterId);
  const matter = wanted ?? (errands.length === 0 ? matters[0] : undefined);
  if (matter) {
    const plain = plainErrand(matter, undefined);
    return { errands: [...errands, plain], chosen: wanted || !family ? [plain.key] : [] };
  }
  return { errands, chosen: errands.filter((errand) => errand.ready || errands.length === 1).map((errand) => errand.key) };
}
