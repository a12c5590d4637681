import { Injectable } from '@nestjs/common';
import { HOLDER_LABELS, type HolderKind } from '@hall/shared/commitment/commitment.rules';
import { dayOf } from '@hall/shared/kernel/day';
import { figureInWords } from '@hall/shared/commitment/rate-words.rules';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { PublicAddress } from '../../platform/http/public-address.ts';
import { longDay } from '../../platform/paper/house-style.ts';
import { Papers } from '../../platform/paper/papers.ts';
import type { PersonOnPaper } from '../../platform/paper/person.papers.ts';
import { CodePictures } from '../../platform/wechat/code-pictures.ts';
import type { CodeImage } from '../../platform/wechat/wechat.client.ts';
import { Commitments } from '../commitment/commitments.ts';
import { Halls } from '../hall/halls.ts';
import type { StaffFacts } from '../identity/people.ts';
import { Ledger } from '../ledger/ledger.ts';
import { Matters } from '../matters/matters.ts';
import { Pictures } from '../pictures/pictures.service.ts';
import { CardShelf, honoursOf, personCard, type Shelf } from './card-shelf.ts';
import { CardsService } from './cards.service.ts';
import type { LightPaperInput } from './lights-staff.dto.ts';
import type { LightHonourView } from './lights.dto.ts';
import { lightsErrors } from './lights.errors.ts';
import { LightsQueries } from './lights.queries.ts';

const CARD_PAGE = 'lights/card/index';
const GROUPS: readonly HolderKind[] = ['hall', 'department', 'person'];
const honourLine = ({ title, givenBy, givenOn }: LightHonourView): string => `${title}（${givenBy}，${givenOn.slice(0, 7)}）`;

/** What is printed for the wall, the counter and the ribbon: the same as the public sees, never more. */
@Injectable()
export class LightPapers {
  constructor(
    private readonly papers: Papers,
    private readonly halls: Halls,
    private readonly matters: Matters,
    private readonly pictures: Pictures,
    private readonly commitments: Commitments,
    private readonly ledger: Ledger,
    private readonly shelf: CardShelf,
    private readonly cards: CardsService,
    private readonly lights: LightsQueries,
    private readonly address: PublicAddress,
    private readonly codes: CodePictures,
    private readonly clock: Clock,
  ) {}

  /** @throws PAPER_NOTHING_CHOSEN, NOT_FOUND for somebody or something of another hall, PAPER_GLYPH_MISSING */
  async print(actor: StaffActor, { kind, ids }: LightPaperInput): Promise<Buffer> {
    const { hallId } = actor;
    if (kind === 'duties-board') return this.dutiesBoard(hallId);
    if (kind === 'commitments-board') return this.commitmentsBoard(hallId);
    if (ids.length === 0) throw lightsErrors.PAPER_NOTHING_CHOSEN();
    return kind === 'window-plate' ? this.windowPlates(actor, ids) : this.personPapers(actor, kind, ids);
  }

  private async personPapers(actor: StaffActor, kind: 'service-card' | 'badge', ids: readonly string[]): Promise<Buffer> {
    const before = await this.shelf.of(actor.hallId);
    const chosen = this.chosen(before.staff, ids);
    await this.cards.codesFor(actor, chosen.map(({ id }) => id));
    const [hall, shelf] = await Promise.all([this.halls.hall(actor.hallId), this.shelf.of(actor.hallId)]);
    const people: PersonOnPaper[] = [];
    const codes = await this.codesOf(shelf, chosen);
    for (const person of chosen) people.push(await this.onPaper(person, shelf, codes));
    const sheet = { hallName: hall.name, hallPhone: hall.phone, printedAt: this.clock.now(), people };
    return kind === 'badge' ? this.papers.badges(sheet) : this.papers.serviceCards(sheet);
  }

  /** Inside WeChat such a code opens the card at once. By the code of the card; without those WeChat does not give just now. */
  private codesOf(shelf: Shelf, people: readonly StaffFacts[]): Promise<ReadonlyMap<string, CodeImage>> {
    return this.codes.of(CARD_PAGE, people.flatMap(({ id }) => shelf.cards.get(id)?.code ?? []));
  }

  private async onPaper(person: StaffFacts, shelf: Shelf, codes: ReadonlyMap<string, CodeImage>): Promise<PersonOnPaper> {
    const card = personCard(person, shelf, shelf.versions.get(person.id)?.content.duties ?? [], null);
    return {
      name: card.name, badgeNumber: card.badgeNumber, post: card.post, departmentName: card.departmentName, partyLabel: card.partyLabel, photo: await this.photo(person, card.photoUrl), duties: card.duties,
      commitments: card.commitments.map(({ wording }) => wording), honours: card.honours.map(honourLine), code: codes.get(card.code) ?? this.lights.urlOf(card.code),
    };
  }

  private async windowPlates(actor: StaffActor, ids: readonly string[]): Promise<Buffer> {
    const { hallId } = actor;
    const before = await this.shelf.of(hallId);
    const chosen = this.chosen(before.windows, ids);
    await this.cards.codesFor(actor, chosen.flatMap(({ clerkId }) => (before.staff.some(({ id }) => id === clerkId) ? [clerkId!] : [])));
    const now = this.clock.now();
    const [hall, shelf, all, matters] = await Promise.all([this.halls.hall(hallId), this.shelf.of(hallId), this.commitments.published(hallId), this.matters.inForce(dayOf(now))]);
    const ours = all.filter(({ holderKind }) => holderKind === 'hall').map(({ wording }) => wording);
    const codes = await this.codesOf(shelf, shelf.staff.filter(({ id }) => chosen.some(({ clerkId }) => clerkId === id)));
    const windows = [];
    for (const { id, label, skills, clerkId } of chosen) {
      const person = shelf.staff.find((each) => each.id === clerkId) ?? null;
      const seated = person && (await this.onPaper(person, shelf, codes));
      windows.push({
        label, matters: matters.filter((matter) => skills.includes(matter.id)).map(({ name }) => name), clerk: seated, commitments: [...(seated?.commitments ?? []), ...ours], honours: honoursOf(shelf, 'window', id).map(honourLine),
        code: seated?.code ?? this.address.page('/lights/board/index'),
      });
    }
    return this.papers.windowPlates({ hallName: hall.name, motto: hall.motto, today: longDay(dayOf(now)), printedAt: now, windows });
  }

  private async dutiesBoard(hallId: string): Promise<Buffer> {
    const { items, hallName, hallPhone } = await this.lights.departments(hallId);
    const now = this.clock.now();
    return this.papers.dutiesBoard({ hallName, hallPhone, today: longDay(dayOf(now)), url: this.address.page('/lights/departments/index'), printedAt: now, departments: items });
  }

  private async commitmentsBoard(hallId: string): Promise<Buffer> {
    const [hall, all, seal] = await Promise.all([this.halls.hall(hallId), this.commitments.published(hallId), this.ledger.lastSeal(hallId)]);
    const words = (figure: (typeof all)[number]['month']) => (figure === null ? '封账后公布' : figureInWords(figure));
    const asOf = all.flatMap(({ month }) => month?.asOf ?? []).sort().at(-1) ?? null;
    return this.papers.commitmentsBoard({
      hallName: hall.name, url: this.address.page('/sunshine/board/index'), printedAt: this.clock.now(), asOf, seal,
      groups: GROUPS.map((kind) => ({ name: HOLDER_LABELS[kind], promises: all.filter(({ holderKind }) => holderKind === kind).map(({ wording, holderName, measure, month, rolling }) => ({ wording, holder: kind === 'hall' ? null : holderName, measure, month: words(month), rolling: words(rolling) })) })),
    });
  }

  /** In the order they hang, each once. @throws NOT_FOUND */
  private chosen<T extends { id: string }>(all: readonly T[], ids: readonly string[]): T[] {
    if (ids.some((id) => !all.some((each) => each.id === id))) throw platformErrors.NOT_FOUND();
    return all.filter(({ id }) => ids.includes(id));
  }

  /** @param agreed the address that is shown of it; null when the person would rather not */
  private async photo({ photoPictureId }: StaffFacts, agreed: string | null): Promise<Buffer | null> {
    return agreed === null || photoPictureId === null ? null : this.pictures.bytesOf(photoPictureId);
  }
}
