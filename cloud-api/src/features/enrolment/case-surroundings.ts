import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/auth/actor.ts';
import type { CaseFindRequest, CaseVisitView, FoundCaseView } from './staff-case.dto.ts';

export type VisitsOf = (applicationIds: string[]) => Promise<Map<string, CaseVisitView>>;
export type SlipCodeOf = (applicationId: string) => Promise<string | null>;
export type FindAlso = (actor: StaffActor, wish: CaseFindRequest) => Promise<FoundCaseView[]>;

/** What later rooms know of a case: they tell it here, so that this room need not know them. */
@Injectable()
export class CaseSurroundings {
  private visits: VisitsOf = () => Promise.resolve(new Map());
  private slip: SlipCodeOf = () => Promise.resolve(null);
  private readonly finders: FindAlso[] = [];

  /** Booking tells which open visit carries each of these cases. */
  visitsFrom(source: VisitsOf): void {
    this.visits = source;
  }

  /** Rating tells the code printed on the slip of a case's visit. */
  slipCodesFrom(source: SlipCodeOf): void {
    this.slip = source;
  }

  /** Booking adds what it finds under the same key; its reference only it knows. */
  findAlsoIn(finder: FindAlso): void {
    this.finders.push(finder);
  }

  visitsOf(applicationIds: string[]): Promise<Map<string, CaseVisitView>> {
    return applicationIds.length === 0 ? Promise.resolve(new Map()) : this.visits(applicationIds);
  }

  slipCodeOf(applicationId: string): Promise<string | null> {
    return this.slip(applicationId);
  }

  async alsoFound(actor: StaffActor, wish: CaseFindRequest): Promise<FoundCaseView[]> {
    return (await Promise.all(this.finders.map((find) => find(actor, wish)))).flat();
  }
}
