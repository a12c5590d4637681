import { stir } from './outside.ts';

/** What crossed from the logic of the mini-program to its view, counted. */
export interface Crossing { calls: number; bytes: number; largest: number }
export interface PageRecord { path: string; first: Crossing | null; whole: Crossing }
export interface TapRecord { id: string; path: string; crossing: Crossing }
export interface Ledger { pages: PageRecord[]; taps: TapRecord[]; calls: { name: string; about: string }[]; faults: string[] }

const nothing = (): Crossing => ({ calls: 0, bytes: 0, largest: 0 });

export const ledger: Ledger = { pages: [], taps: [], calls: [], faults: [] };
let tap: TapRecord | null = null;
/** The page under the finger; another one of the same path that the tap opens is not meant. */
let under: PageRecord | undefined;

export function openRecord(path: string): PageRecord {
  const record: PageRecord = { path, first: null, whole: nothing() };
  ledger.pages.push(record);
  return record;
}

function add(to: Crossing, bytes: number): void {
  to.calls += 1;
  to.bytes += bytes;
  to.largest = Math.max(to.largest, bytes);
}

/** One setData of a page. Bytes are those of its JSON in UTF-8, which is what really crosses on a phone. */
export function count(record: PageRecord, data: object): void {
  stir();
  const bytes = new TextEncoder().encode(JSON.stringify(data)).length;
  add(record.whole, bytes);
  if (tap && under === record) add(tap.crossing, bytes);
}

/** The phone is quiet: pages opened since then have had their first paint, and a tap all its effects. */
export function settle(): void {
  tap = null;
  for (const record of ledger.pages) record.first ??= { ...record.whole };
}

export function beginTap(id: string, page: PageRecord | undefined): void {
  tap = { id, path: page?.path ?? '', crossing: nothing() };
  under = page;
  ledger.taps.push(tap);
}

export const noteCall = (name: string, about: unknown): void => {
  ledger.calls.push({ name, about: typeof about === 'string' ? about : JSON.stringify(about ?? null) });
};

export const noteFault = (fault: unknown): void => {
  stir();
  ledger.faults.push(fault instanceof Error ? (fault.stack ?? fault.message) : String(fault));
};
