import { Injectable } from '@nestjs/common';
import type { Deadline } from './deadline.entity.ts';

export type AboutWhom = (subjectIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;

/** Whom what is owed is about, as the rooms tell it: a person who is never shown it, told of it or let near its clock. */
@Injectable()
export class DeadlineConcern {
  private readonly about = new Map<string, AboutWhom>();

  /** @param whom by subject; subjects about nobody are left out */
  concerning(subjectKind: string, whom: AboutWhom): void {
    this.about.set(subjectKind, whom);
  }

  /** Whom these are about, by the deadline's id. */
  async aboutWhom(rows: readonly Pick<Deadline, 'id' | 'subjectKind' | 'subjectId'>[]): Promise<ReadonlyMap<string, string>> {
    const found = new Map<string, string>();
    for (const [kind, whom] of this.about) {
      const mine = rows.filter((row) => row.subjectKind === kind);
      if (mine.length === 0) continue;
      const people = await whom(mine.map(({ subjectId }) => subjectId));
      for (const { id, subjectId } of mine) if (people.has(subjectId)) found.set(id, people.get(subjectId)!);
    }
    return found;
  }
}
