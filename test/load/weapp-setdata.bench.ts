import type { MatterGuideView } from '@hall/shared/api/views';
import { instantAt } from '@hall/shared/kernel/day';
import { enrollee } from '../journeys/enrollee.ts';
import { HallAtWork, JOURNEY_DAY } from '../journeys/phone/hall-at-work.ts';
import { ResidentOnPhone } from '../journeys/phone/resident-on-phone.ts';
import { walkThroughTheHall } from '../journeys/phone/whole-way.ts';
import { Phone } from '../weapp-host/phone.ts';
import { allPagesOf } from '../weapp-host/packing/pages-of.ts';
import type { Ledger } from '../weapp-host/runtime/ledger.ts';
import type { Figure } from './figure.ts';
import { hallThatAsks } from './hall-that-asks.ts';
import { rounded } from './statistics.ts';

const KB = 1024;
const FIRST_PAINT = { calls: 2, bytes: 8 * KB };
const TAP = 2 * KB;

/**
 * What crosses from the logic of the mini-program to its view, counted on the production build in the host: on one
 * resident's whole way from the first notice to the rating, and on every page opened by itself.
 */
export async function run(): Promise<Figure[]> {
  const hall = await HallAtWork.open('the embedded database');
  const self = await enrollee(50, 44, JOURNEY_DAY);
  const front = await hallThatAsks(hall.url);
  const phone = new Phone({ api: front.url, wechat: hall.wechat.control, name: self.person.name, clock: instantAt(JOURNEY_DAY, '10:30') });
  try {
    await phone.start();
    await walkThroughTheHall(hall.url, new ResidentOnPhone(phone), self);
    for (const page of [...allPagesOf(), await longestGuide(hall.url), 'appraisal/answer/index?id=a']) await phone.open(`/${page}`);
    return figuresOf(await phone.ledger());
  } finally {
    await phone.close();
    await front.close();
    await hall.close();
  }
}

/** The page of the matter with the longest checklist: opened without an id it shows nothing. */
async function longestGuide(hall: string): Promise<string> {
  const ask = async <T>(path: string): Promise<T> => (await (await fetch(`${hall}/api/public/matters${path}`)).json()) as T;
  const { items } = await ask<{ items: { id: string }[] }>('');
  const guides = await Promise.all(items.map(({ id }) => ask<MatterGuideView>(`/${id}`)));
  return `guide/matter/index?id=${guides.sort((a, b) => b.materials.length - a.materials.length)[0]!.id}`;
}

function figuresOf({ pages, taps }: Ledger): Figure[] {
  const paints = pages.flatMap(({ path, first }) => (first ? [{ path, ...first }] : [])).sort((a, b) => b.bytes - a.bytes);
  const calls = Math.max(...paints.map((paint) => paint.calls));
  const heavy = taps.map(({ id, path, crossing }) => ({ id: id.replace(/[0-9a-f-]{36}/, '…'), path, ...crossing })).sort((a, b) => b.bytes - a.bytes);
  const over = heavy.filter((tap) => tap.bytes > TAP);
  return [
    { name: 'weapp-setdata, first paint', value: kilobytes(paints[0]!.bytes), unit: 'KB', reach: '≤ 2 calls, ≤ 8 KB', ok: paints.every((paint) => paint.calls <= FIRST_PAINT.calls && paint.bytes <= FIRST_PAINT.bytes), note: `${paints[0]!.path} of ${paints.length} pages opened, most calls ${calls}` },
    { name: 'weapp-setdata, tap', value: kilobytes(heavy[0]!.bytes), unit: 'KB', reach: '≤ 2 KB', ok: over.length === 0, note: `${over.length} of ${taps.length} taps above: ${over.map((tap) => `${tap.id} on ${tap.path} ${kilobytes(tap.bytes)}`).join(', ') || 'none'}` },
  ];
}

const kilobytes = (bytes: number): number => rounded(bytes / KB, 1);
