import { Injectable } from '@nestjs/common';
import { DataSource, In, IsNull } from 'typeorm';
import { PARTY_LABELS } from '@hall/shared/lights/card.rules';
import { figureInWords } from '@hall/shared/commitment/rate-words.rules';
import type { CommitmentView } from '../commitment/commitment.dto.ts';
import { Commitments } from '../commitment/commitments.ts';
import { Halls, type WindowFacts } from '../hall/halls.ts';
import { People, type StaffFacts } from '../identity/people.ts';
import type { LightCommitmentView, LightHonourView, LightPersonCardView, LightPersonView } from './lights.dto.ts';
import { CardConsent, Honour, ServiceCard, ServiceCardVersion, type HonourHolder } from './lights.entity.ts';

/** Everything that is read for cards of one hall, read once. */
export interface Shelf {
  staff: readonly StaffFacts[];
  cards: ReadonlyMap<string, ServiceCard>;
  consents: ReadonlyMap<string, CardConsent>;
  departments: ReadonlyMap<string, { name: string; phone: string | null }>;
  windows: readonly WindowFacts[];
  /** By holder's kind and id, the newest first, those withdrawn left out. */
  honours: ReadonlyMap<string, Honour[]>;
  promises: ReadonlyMap<string, CommitmentView[]>;
  versions: ReadonlyMap<string, ServiceCardVersion>;
}

/** Reads the hall's cards, and shows of each person what they agreed to and no more. */
@Injectable()
export class CardShelf {
  constructor(
    private readonly dataSource: DataSource,
    private readonly halls: Halls,
    private readonly people: People,
    private readonly commitments: Commitments,
  ) {}

  /** Whose portrait its person wants shown. */
  async portraitsShown(hallId: string): Promise<ReadonlySet<string>> {
    return new Set((await this.dataSource.manager.findBy(CardConsent, { hallId, photoShown: true })).map(({ staffId }) => staffId));
  }

  async of(hallId: string): Promise<Shelf> {
    const { manager } = this.dataSource;
    const [staff, cards, consents, departments, windows, honours, promises] = await Promise.all([
      this.people.staffOf(hallId), manager.findBy(ServiceCard, { hallId }), manager.findBy(CardConsent, { hallId }), this.halls.departments(hallId), this.halls.windows(hallId),
      manager.find(Honour, { where: { hallId, withdrawnAt: IsNull() }, order: { givenOn: 'DESC', id: 'DESC' } }), this.commitments.byHolder(hallId),
    ]);
    const shown = cards.filter(({ shownNumber }) => shownNumber !== null);
    const versions = shown.length === 0 ? [] : await manager.findBy(ServiceCardVersion, { cardId: In(shown.map(({ id }) => id)) });
    const byHolder = new Map<string, Honour[]>();
    for (const row of honours) byHolder.set(`${row.holderKind}:${row.holderId}`, [...(byHolder.get(`${row.holderKind}:${row.holderId}`) ?? []), row]);
    return {
      staff, windows, honours: byHolder, promises,
      cards: new Map(cards.map((card) => [card.staffId, card])), consents: new Map(consents.map((row) => [row.staffId, row])), departments: new Map(departments.map((row) => [row.id, row])),
      versions: new Map(shown.flatMap((card) => { const version = versions.find(({ cardId, number }) => cardId === card.id && number === card.shownNumber); return version ? [[card.staffId, version] as const] : []; })),
    };
  }
}

/** Who they are, and of their own only what they agreed to. */
export function personView({ id, name, badgeNumber, post, departmentId, photoUrl }: StaffFacts, { cards, consents, departments, windows }: Shelf): LightPersonView {
  const consent = consents.get(id);
  return {
    code: cards.get(id)?.code ?? '', name, badgeNumber, post, departmentId, departmentName: (departmentId === null ? undefined : departments.get(departmentId)?.name) ?? '',
    photoUrl: consent?.photoShown ? photoUrl : null, partyLabel: consent?.party ? PARTY_LABELS[consent.party] : null, windowLabel: windows.find(({ clerkId, state }) => clerkId === id && state !== 'closed')?.label ?? null,
  };
}

/** @param duties the wording to show: the published one, or a draft in a preview */
export function personCard(person: StaffFacts, shelf: Shelf, duties: readonly string[], publishedAt: number | null): LightPersonCardView {
  return {
    ...personView(person, shelf), departmentPhone: (person.departmentId === null ? undefined : shelf.departments.get(person.departmentId)?.phone) ?? null, duties: [...duties],
    commitments: (shelf.promises.get(person.id) ?? []).map(commitmentLine), honours: honoursOf(shelf, 'person', person.id), publishedAt,
  };
}

export const honoursOf = (shelf: Shelf, kind: HonourHolder, id: string): LightHonourView[] =>
  (shelf.honours.get(`${kind}:${id}`) ?? []).map(({ title, givenBy, document, givenOn, source }) => ({ title, givenBy, document, givenOn, source }));

export const commitmentLine = ({ code, wording, measure, month }: CommitmentView): LightCommitmentView =>
  ({ code, wording, measure, figure: month && figureInWords(month), rate: month?.rate ?? null, asOf: month?.asOf ?? null });
