import { Injectable } from '@nestjs/common';
import { SIMILAR_FROM, likeness } from '@hall/shared/suggestion/suggestion.rules';
import { GramIndex, pairKeysOf } from './gram-index.ts';

/** More pairs than this of a long text add nothing to finding it. */
const MOST_PAIRS = 160;
const MOST_FOUND = 5;
/** Entries of the index that are followed for one text, and texts that are compared in full. */
const MOST_FOLLOWED = 800;
const MOST_COMPARED = 60;

/** Finds what others have said in much the same words. */
@Injectable()
export class AlikeSuggestions {
  constructor(private readonly index: GramIndex) {}

  /** Ids of the public ones most like the text, the most alike first. Pairs that very many texts have say little: the rare ones are followed first. */
  async to(hallId: string, text: string): Promise<string[]> {
    const asked = pairKeysOf(text).slice(0, MOST_PAIRS);
    const rare = rarest(await this.index.frequencies(hallId, asked));
    if (rare.length === 0) return [];
    const mine = new Set(asked);
    return (await this.index.sharing(hallId, rare, MOST_COMPARED))
      .map(({ id, text: other }) => ({ id, alike: likeness(mine, new Set(pairKeysOf(other))) }))
      .filter(({ alike }) => alike >= SIMILAR_FROM)
      .sort((a, b) => b.alike - a.alike || (a.id < b.id ? -1 : 1))
      .slice(0, MOST_FOUND)
      .map(({ id }) => id);
  }
}

/** The rarest first, as long as all of them together stand in few enough texts; the very rarest always, unless nobody used it. */
function rarest(frequencies: ReadonlyMap<string, number>): string[] {
  const used = [...frequencies].filter(([, times]) => times > 0).sort(([, a], [, b]) => a - b);
  let followed = 0;
  return used.filter(([, times], at) => {
    followed += times;
    return at === 0 || followed <= MOST_FOLLOWED;
  }).map(([gram]) => gram);
}
