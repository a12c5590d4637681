/** How a picture is held up to the light. `turn` in quarter turns clockwise; `x`, `y` in pixels of the frame. */
export interface Hold { zoom: number; turn: number; x: number; y: number }

/** One picture of several. `linkPath`: where its link is asked for, when it does not hang in the room of all pictures. */
export interface PictureSheet { id: string; label: string; page: number; marked: boolean; linkPath?: string }

export const laidFlat: Hold = { zoom: 1, turn: 0, x: 0, y: 0 };

const STEP = 1.35;
const FARTHEST = 0.5;
const NEAREST = 6;

export const nearer = (hold: Hold): Hold => ({ ...hold, zoom: Math.min(NEAREST, hold.zoom * STEP) });
export const farther = (hold: Hold): Hold => {
  const zoom = Math.max(FARTHEST, hold.zoom / STEP);
  // A picture that fits its frame again is put back in the middle.
  return zoom <= 1 ? { ...hold, zoom, x: 0, y: 0 } : { ...hold, zoom };
};
export const turned = (hold: Hold): Hold => ({ ...hold, turn: (hold.turn + 1) % 4, x: 0, y: 0 });
export const shifted = (hold: Hold, dx: number, dy: number): Hold => ({ ...hold, x: hold.x + dx, y: hold.y + dy });

/** CSS transform of a hold. A picture lying on its side is shrunk by `fit` so that it still stands in the frame. */
export const transformOf = (hold: Hold, fit: number): string =>
  `translate(${hold.x}px, ${hold.y}px) rotate(${hold.turn * 90}deg) scale(${hold.zoom * (hold.turn % 2 === 1 ? fit : 1)})`;

/** The scale at which a picture shown w × h still fits a W × H frame when turned a quarter. Sizes in pixels. */
export const sidewaysFit = (shown: { w: number; h: number }, frame: { w: number; h: number }): number =>
  (shown.w === 0 || shown.h === 0 ? 1 : Math.min(frame.w / shown.h, frame.h / shown.w));

/** The neighbour in a list that ends at both ends. */
export const neighbour = (ids: readonly string[], current: string | null, step: 1 | -1): string | null => {
  const at = current === null ? -1 : ids.indexOf(current);
  if (at === -1) return ids[0] ?? null;
  return ids[Math.min(ids.length - 1, Math.max(0, at + step))] ?? null;
};
