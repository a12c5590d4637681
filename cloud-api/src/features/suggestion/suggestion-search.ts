import { Injectable } from '@nestjs/common';
import type { SuggestionState } from '@hall/shared/suggestion/suggestion.moves';
import { bareText, gramKey, type PublicFace, type SuggestionTopic } from '@hall/shared/suggestion/suggestion.rules';
import { GramIndex, pairKeysOf, type Place } from './gram-index.ts';

/** The rarest of so many pairs is rare enough to follow. */
const MOST_PAIRS = 16;
/** How many texts are read after each other until the page is full: what many said is met soon, and no search reads more than all of these. */
const LOTS = [40, 80];

export interface Sought {
  words: string;
  topic?: SuggestionTopic | undefined;
  states?: readonly SuggestionState[] | undefined;
  /** From behind this place on. */
  behind: Place | null;
}

export interface Found {
  ids: string[];
  /** Where to go on; null when everything was looked through. It may come with few ids, or none. */
  next: Place | null;
}

interface Candidate {
  public_text: string | null;
  face: PublicFace;
  state: SuggestionState;
  topic: SuggestionTopic;
}

/** Search in the public wordings, in Chinese as in any script, down to a single sign. */
@Injectable()
export class SuggestionSearch {
  constructor(private readonly index: GramIndex) {}

  /** The newest that hold the words. A search looks at a bounded number of texts and then says where to go on, so that none takes longer as the years go by. */
  async find(hallId: string, { words, topic, states, behind }: Sought, aPage: number): Promise<Found> {
    const sought = bareText(words);
    const gram = await this.narrowest(hallId, sought);
    if (gram === null) return { ids: [], next: null };
    const shows = ({ public_text: text, ...row }: Candidate) =>
      row.face === 'whole' && row.state !== 'duplicate' && (!topic || row.topic === topic) && (!states || states.includes(row.state)) && bareText(text ?? '').includes(sought);
    const ids: string[] = [];
    let at = behind;
    for (const lot of LOTS) {
      const read = await this.index.newestWith<Candidate>(hallId, gram, at, lot, ['public_text', 'face', 'state', 'topic']);
      for (const row of read) {
        if (shows(row)) {
          if (ids.length === aPage) return { ids, next: at };
          ids.push(row.id);
        }
        at = { day: row.day, id: row.id };
      }
      if (read.length < lot) return { ids, next: null };
    }
    return { ids, next: at };
  }

  /** The gram of the words the fewest texts have; null when no text can hold them. */
  private async narrowest(hallId: string, sought: string): Promise<string | null> {
    const signs = Array.from(sought);
    if (signs.length === 0) return null;
    if (signs.length <= 2) return gramKey(sought);
    const [rarest] = [...(await this.index.frequencies(hallId, pairKeysOf(sought).slice(0, MOST_PAIRS)))].sort(([, a], [, b]) => a - b);
    return rarest && rarest[1] > 0 ? rarest[0] : null;
  }
}
