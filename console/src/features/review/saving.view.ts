import { clockText } from '../../kit/clock.ts';
import { reviewCopy as copy } from '../../kit/copy/review.copy.ts';

/** Whether the marks are safe: on the server, on their way, waiting for the network, or here alone because the case is somebody else's now. */
export function savingWords({ pending, mine, lost, savedAt }: { pending: boolean; mine: boolean; lost: boolean; savedAt: number | null }): string {
  if (!pending) return copy.saved(savedAt === null ? '' : clockText(savedAt));
  if (!mine) return copy.notMine;
  return lost ? copy.unsaved : copy.saving;
}
