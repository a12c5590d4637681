import type { MaterialRule } from '../enrolment/materials.rules.ts';
import { limitText, readLimit } from './matter-limit.ts';
import type { MatterLimit } from './matter-limit.ts';

/** One thing asked about a person's situation, so that they see their own checklist. */
export interface MatterQuestion {
  code: string;
  text: string;
  options: { code: string; label: string }[];
}

/** Everything people are told of a matter, in one of its versions. */
export interface MatterContent {
  name: string;
  summary: string;
  /** True when it can be filled in at home. Comes with the form, not with the wording. */
  prefill: boolean;
  /** False: no longer handled here. The cases of old go on. */
  offered: boolean;
  statutory: MatterLimit;
  promised: MatterLimit;
  /** Minutes at the window when everything is prepared, and when not: what slots and estimates start from. */
  minutesReady: number;
  minutesNotReady: number;
  steps: string[];
  notes: string[];
  questions: MatterQuestion[];
  materials: MaterialRule[];
}

/** A material as it may have been stored: what was not thought of yet is left out. */
type StoredMaterial = Omit<MaterialRule, 'minPictures' | 'pages' | 'dataShared'> & Partial<MaterialRule>;
/** A version as it may have been stored: limits as texts, no questions. */
export type StoredMatter = Omit<MatterContent, 'materials' | 'statutory' | 'promised' | 'questions' | 'offered'> & Partial<Pick<MatterContent, 'statutory' | 'promised' | 'questions' | 'offered'>> & {
  materials: readonly StoredMaterial[];
  statutoryLimit?: string;
  promisedLimit?: string;
};

/** A checklist written before papers had a least number of pictures asks for one of each, and what nobody said is shared comes on paper. */
const materialInFull = (material: StoredMaterial): MaterialRule => ({ minPictures: 1, pages: [], dataShared: false, ...material });

export function matterInFull({ statutoryLimit = '', promisedLimit = '', statutory, promised, questions = [], offered = true, materials, ...rest }: StoredMatter): MatterContent {
  return { ...rest, offered, statutory: statutory ?? readLimit(statutoryLimit), promised: promised ?? readLimit(promisedLimit), questions, materials: materials.map(materialInFull) };
}

/** What a new matter begins with: nothing invented. */
export const blankMatter = (name: string): MatterContent => matterInFull({ name, summary: '', prefill: false, minutesReady: 10, minutesNotReady: 15, steps: [], notes: [], materials: [] });

export const limitsOf = ({ statutory, promised }: Pick<MatterContent, 'statutory' | 'promised'>): { statutoryLimit: string; promisedLimit: string } =>
  ({ statutoryLimit: limitText(statutory), promisedLimit: limitText(promised) });
