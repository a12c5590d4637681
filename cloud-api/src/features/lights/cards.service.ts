import { Injectable } from '@nestjs/common';
import { CARD_ACTIONS, cardStateOf, checkDuties, dutiesOf } from '@hall/shared/lights/card.rules';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { CryptoPort } from '../../platform/crypto/crypto.port.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { newId } from '../../platform/persistence/new-id.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { People } from '../identity/people.ts';
import type { CardDraftInput } from './lights-staff.dto.ts';
import type { MyCardInput } from './lights.dto.ts';
import { CardConsent, ServiceCard, ServiceCardVersion } from './lights.entity.ts';
import { lightsErrors } from './lights.errors.ts';

/** Cards are drafted, published and taken down by a head or an editor; what is shown of the person beyond their post, the person alone decides. */
@Injectable()
export class CardsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly people: People,
    private readonly crypto: CryptoPort,
  ) {}

  /** @throws NOT_FOUND when nobody of this hall, CARD_DUTIES_INVALID, STALE_VERSION */
  async draft(actor: StaffActor, staffId: string, { duties, version }: CardDraftInput): Promise<void> {
    await this.check(actor, staffId);
    const verdict = checkDuties(duties);
    if (!verdict.ok) throw lightsErrors.CARD_DUTIES_INVALID({ fields: [{ path: verdict.path ?? 'duties', code: verdict.code, message: verdict.message }] });
    await this.unitOfWork.run(actor, async (work) => {
      await this.people.holdStaff(work, staffId);
      const card = await this.cardOf(work, actor.hallId, staffId);
      if (version !== 0 && card.version !== version) throw platformErrors.STALE_VERSION();
      // The first draft may meet a card that printing the badge has made: it says nothing yet.
      if (version === 0 && (card.draft !== null || card.versions > 0)) throw platformErrors.STALE_VERSION();
      await work.change(ServiceCard, card, { draft: { duties: dutiesOf(duties) }, draftedBy: actor.id, draftedAt: work.now });
      work.audit('lights.card-draft', staffId);
    });
  }

  /** @throws NOT_FOUND, STALE_VERSION, CARD_NOTHING_DRAFTED */
  async publish(actor: StaffActor, staffId: string, version: number): Promise<void> {
    await this.move(actor, staffId, version, async (work, card) => {
      if (card.draft === null) throw lightsErrors.CARD_NOTHING_DRAFTED();
      const number = card.versions + 1;
      await work.add(ServiceCardVersion, { id: newId(), cardId: card.id, number, content: card.draft, publishedBy: actor.id, publishedAt: work.now });
      await work.change(ServiceCard, card, { draft: null, draftedBy: null, draftedAt: null, shownNumber: number, versions: number });
      work.audit('lights.card-publish', staffId, { number });
    });
  }

  /** Nobody sees the card any more; its code goes on answering. @throws NOT_FOUND, STALE_VERSION, CARD_NOT_SHOWN */
  async withdraw(actor: StaffActor, staffId: string, version: number): Promise<void> {
    await this.move(actor, staffId, version, async (work, card) => {
      if (!CARD_ACTIONS[cardStateOf({ drafted: card.draft !== null, shown: card.shownNumber !== null, versions: card.versions })].includes('withdraw')) throw lightsErrors.CARD_NOT_SHOWN();
      await work.change(ServiceCard, card, { shownNumber: null });
      work.audit('lights.card-withdraw', staffId);
    });
  }

  /** The codes for badges of people who may have no card yet; each is made once and for ever. */
  async codesFor(actor: StaffActor, staffIds: readonly string[]): Promise<Map<string, string>> {
    return this.unitOfWork.run(actor, async (work) => {
      const codes = new Map<string, string>();
      for (const staffId of [...new Set(staffIds)].sort()) {
        await this.people.holdStaff(work, staffId);
        codes.set(staffId, (await this.cardOf(work, actor.hallId, staffId)).code);
      }
      return codes;
    });
  }

  /** What the person agrees to show. The audit says that they changed it, never what they stated. @throws STALE_VERSION */
  async consent(actor: StaffActor, { photoShown, party, version }: MyCardInput): Promise<void> {
    await this.unitOfWork.run(actor, async (work) => {
      await this.people.holdStaff(work, actor.id);
      const row = await work.findOne(CardConsent, { staffId: actor.id });
      if ((row?.version ?? 0) !== version) throw platformErrors.STALE_VERSION();
      if (row) await work.change(CardConsent, row, { photoShown, party, changedAt: work.now });
      else await work.add(CardConsent, { id: newId(), hallId: actor.hallId, staffId: actor.id, photoShown, party, changedAt: work.now });
      work.audit('lights.own-consent', actor.id);
    });
  }

  private async check(actor: StaffActor, staffId: string): Promise<void> {
    if (!(await this.people.staffOf(actor.hallId)).some(({ id }) => id === staffId)) throw platformErrors.NOT_FOUND();
  }

  /** The caller holds the person's row, so that two never make two cards. */
  private async cardOf(work: Work, hallId: string, staffId: string): Promise<ServiceCard> {
    return (await work.findOne(ServiceCard, { staffId }))
      ?? work.add(ServiceCard, { id: newId(), hallId, staffId, code: this.crypto.randomToken(16), draft: null, draftedBy: null, draftedAt: null, shownNumber: null, versions: 0 });
  }

  private async move(actor: StaffActor, staffId: string, version: number, body: (work: Work, card: ServiceCard) => Promise<void>): Promise<void> {
    await this.check(actor, staffId);
    await this.unitOfWork.run(actor, async (work) => {
      const found = await work.findOne(ServiceCard, { staffId });
      if (!found) throw lightsErrors.CARD_NOTHING_DRAFTED();
      await body(work, await work.lock(ServiceCard, found.id, version));
    });
  }
}
