import { Injectable } from '@nestjs/common';
import type { WishProblem } from '@hall/shared/house/house.rules';
import type { Permission } from '@hall/shared/identity/permissions';
import type { StaffActor } from '../../platform/auth/actor.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { houseErrors } from './house.errors.ts';

/** Something that can be decided on, as it is now. */
export interface HouseSubject<F extends object = object> {
  id: string;
  label: string;
  facts: F;
}

/** A wish about something, and whose it is. */
export interface WishAbout<F extends object> {
  hallId: string;
  id: string;
  before: F | null;
  /** Who decided on it. */
  byId: string;
}

/** How one kind of thing is read, judged, told of and written. `F` are its facts: plain, small, without personal data of residents. */
export interface PlanKind<F extends object> {
  readonly kind: string;
  /** Whose ids are names that every hall has, such as a setting's. */
  readonly perHall?: boolean;
  all(hallId: string): Promise<HouseSubject<F>[]>;
  /** Makes facts of what was said. @throws HOUSE_WISH_INVALID, HOUSE_OCCUPIED or refusals of its own */
  judge(said: Readonly<Record<string, unknown>>, about: WishAbout<F>): Promise<F>;
  /** What to call it. */
  labelOf(facts: F, about: WishAbout<F>): Promise<string> | string;
  /** The change, a line a field; none when nothing changes. */
  lines(hallId: string, before: F | null, after: F, id: string): Promise<string[]> | string[];
  /** For whom it changes something. */
  effects(hallId: string, id: string, before: F | null, after: F): Promise<string[]>;
  write(work: Work, hallId: string, id: string, after: F, before: F | null): Promise<void>;
  /** What undoing its beginning makes of it; without it a beginning cannot be undone. */
  ended?(facts: F): F;
}

/** Something that lies in somebody's hands, in a few words without personal data of residents, and what it is about where a room can hand it on. */
export interface OpenWork {
  text: string;
  subject: { kind: string; id: string } | null;
}
export type OpenWorks = (hallId: string, staffId: string) => Promise<OpenWork[]>;

/** What passes from one to another, and why; whoever decides it sees nothing of the thing itself. */
export interface HandingOn {
  subjectId: string;
  fromId: string;
  to: { id: string; name: string; departmentId: string | null };
  reason: string;
}
export interface HandsOn {
  /** What the successor must be allowed to do. */
  needs: Permission;
  /** In the caller's unit of work. @throws NOT_FOUND when it is not in those hands any more */
  hand(work: Work, actor: StaffActor, handing: HandingOn): Promise<void>;
}
/** For what passes to nobody but simply ends: an open window, a receipt nobody will give any more. */
export interface LetsGo {
  needs: null;
  /** In the caller's unit of work. @throws NOT_FOUND when it is not in those hands any more */
  letGo(work: Work, actor: StaffActor, going: Omit<HandingOn, 'to'>): Promise<void>;
}

export type Occupants = (hallId: string, id: string) => Promise<string[]>;
export interface NamedMatter { id: string; name: string }

export const wrongWish = (problems: readonly WishProblem[]) => houseErrors.HOUSE_WISH_INVALID({ fields: problems.map(({ path, message }) => ({ path, code: 'HOUSE_WISH_INVALID', message })) });

/** The difference in words: `名称：旧 → 新`. @param fields the word for each field and how its value reads */
export function linesBetween<F extends object>(before: F | null, after: F, fields: readonly (readonly [word: string, read: (facts: F) => string])[]): string[] {
  return fields.flatMap(([word, read]) => {
    const [was, is] = [before === null ? null : read(before), read(after)];
    if (was === is || (was === null && is === '')) return [];
    return [was === null ? `${word}：${is}` : `${word}：${was || '（空）'} → ${is || '（空）'}`];
  });
}

/** The kinds of things that are changed in the administrators' rooms. Later rooms add theirs and say what holds something open. */
@Injectable()
export class HouseRegistry {
  private readonly kinds = new Map<string, PlanKind<object>>();
  private readonly sources = new Map<string, Occupants[]>();
  private readonly works: OpenWorks[] = [];
  private readonly handing = new Map<string, HandsOn | LetsGo>();
  private matterSource: () => Promise<NamedMatter[]> = () => Promise.resolve([]);
  private nameSource: (ids: readonly string[]) => Promise<ReadonlyMap<string, string>> = () => Promise.resolve(new Map());

  /** The refusal that names every wrong field of a wish. */
  wrong(problems: readonly WishProblem[]) {
    return wrongWish(problems);
  }

  register<F extends object>(kind: PlanKind<F>): void {
    this.kinds.set(kind.kind, kind as unknown as PlanKind<object>);
  }

  kind(name: string): PlanKind<object> {
    const kind = this.kinds.get(name);
    if (!kind) throw new Error(`nobody keeps ${name}`);
    return kind;
  }

  /** A room says who or what is in a department or at a counter, each in a few words without personal data of residents. */
  occupiedFrom(kind: string, source: Occupants): void {
    this.sources.set(kind, [...(this.sources.get(kind) ?? []), source]);
  }

  async occupants(kind: string, hallId: string, id: string): Promise<string[]> {
    const found: string[] = [];
    for (const source of this.sources.get(kind) ?? []) found.push(...(await source(hallId, id)));
    return found;
  }

  /** A room says what lies in somebody's hands, thing by thing. */
  worksFrom(source: OpenWorks): void {
    this.works.push(source);
  }

  async worksOf(hallId: string, staffId: string): Promise<OpenWork[]> {
    const found: OpenWork[] = [];
    for (const source of this.works) found.push(...(await source(hallId, staffId)));
    return found;
  }

  /** A room hands on its own things, or lets them go, when somebody leaves. */
  handedOnBy(kind: string, hands: HandsOn | LetsGo): void {
    this.handing.set(kind, hands);
  }

  /** Null where this cannot be handed on from outside its room. */
  handsOn(kind: string): HandsOn | LetsGo | null {
    return this.handing.get(kind) ?? null;
  }

  /** The shelf of matters tells here what a counter may handle. */
  mattersFrom(source: () => Promise<NamedMatter[]>): void {
    this.matterSource = source;
  }

  matters(): Promise<NamedMatter[]> {
    return this.matterSource();
  }

  /** Who works here tells names by id. */
  namesFrom(source: (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>): void {
    this.nameSource = source;
  }

  names(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return this.nameSource(ids);
  }
}
