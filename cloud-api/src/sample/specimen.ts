import { bankCard, idCardBack, idCardFront } from './specimen/cards.ts';
import type { SpecimenPerson } from './specimen/cards.ts';
import { Chance } from './specimen/chance.ts';
import { authorityLetter, householdCover, householdPage, specialGroupProof } from './specimen/letters.ts';
import { portraitShapes } from './specimen/portrait.ts';
import type { PortraitWish } from './specimen/portrait.ts';
import { photograph, toJpeg } from './specimen/scene.ts';

/**
 * Pictures for the sample hall. Each is drawn here from invented data, marked 样本 SPECIMEN, and the same for the same
 * input; none imitates an emblem, a real seal or a real face. All are JPEG.
 */

const BACKDROPS = ['#dbe9f4', '#e8f0e2', '#f4e9dc', '#ece4f1', '#e3eef0'] as const;

/** A face on a plain ground, 480 × 600: for staff boards and badges. */
export function portraitSpecimen(wish: PortraitWish): Promise<Buffer> {
  const backdrop = new Chance(`backdrop ${wish.seed}`).pick(BACKDROPS);
  return toJpeg(`<svg xmlns="http://www.w3.org/2000/svg" width="480" height="600" viewBox="0 0 240 300"><rect width="240" height="300" fill="${backdrop}"/>${portraitShapes(wish)}</svg>`);
}

export function idCardFrontSpecimen(person: SpecimenPerson): Promise<Buffer> {
  return photograph(idCardFront(person), `front ${person.citizenId}`);
}

/** Days are `YYYY-MM-DD`. */
export function idCardBackSpecimen(card: { authority: string; validFrom: string; validUntil: string }): Promise<Buffer> {
  return photograph(idCardBack(card), `back ${card.authority} ${card.validFrom}`);
}

export function householdCoverSpecimen(page: { head: SpecimenPerson; householdType: string; number: string; authority: string; issuedOn: string }): Promise<Buffer> {
  return photograph(householdCover(page), `household cover ${page.head.citizenId}`);
}

export function householdPageSpecimen(page: { person: SpecimenPerson; relation: string; householdType: string; issuedOn: string }): Promise<Buffer> {
  return photograph(householdPage(page), `household ${page.person.citizenId}`);
}

export function bankCardSpecimen(card: { bankName: string; cardNumber: string; name: string }): Promise<Buffer> {
  return photograph(bankCard(card), `bank ${card.cardNumber}`);
}

export function specialGroupSpecimen(proof: { person: SpecimenPerson; groupLabel: string; number: string; issuedOn: string; authority: string }): Promise<Buffer> {
  return photograph(specialGroupProof(proof), `group ${proof.person.citizenId}`);
}

export function authorityLetterSpecimen(letter: { principal: SpecimenPerson; agent: { name: string; citizenId: string; relation: string }; matterName: string; signedOn: string; validUntil: string }): Promise<Buffer> {
  return photograph(authorityLetter(letter), `authority ${letter.principal.citizenId} ${letter.agent.citizenId}`);
}
