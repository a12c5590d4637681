import { Injectable } from '@nestjs/common';
import { DataSource, MoreThan } from 'typeorm';
import type { AppraisalDrawn } from '@hall/shared/audit/appraisal-book';
import { drawSeed, drawn, tokensRoot } from '@hall/shared/appraisal/draw.rules';
import type { Json } from '@hall/shared/kernel/canonical-json';
import { system } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { CryptoPort } from '../../platform/crypto/crypto.port.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { People } from '../identity/people.ts';
import { Ledger } from '../ledger/ledger.ts';
import { openingKey, stepped } from './appraisals.service.ts';
import { Appraisal, AppraisalMember } from './appraisal.entity.ts';
import { appraisalInvited } from './appraisal.events.ts';

const clockwork = system('appraisal.draw');

/** Draws who is asked, once the first day after an opening is sealed: until then nobody can know the seed, and afterwards anybody can draw again. */
@Injectable()
export class AppraisalDraw {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly people: People,
    private readonly ledger: Ledger,
    private readonly crypto: CryptoPort,
    private readonly clock: Clock,
  ) {}

  /** @returns how many were drawn */
  async drawAll(): Promise<number> {
    let done = 0;
    // What could not be drawn before its end is ended by the count.
    for (const { id, hallId } of await this.dataSource.manager.findBy(Appraisal, { state: 'opened', closesAt: MoreThan(this.clock.now()) })) {
      const seal = (await this.ledger.placed(hallId, openingKey(id)))?.checkpoint ?? null;
      if (seal && (await this.draw(id, seal))) done += 1;
    }
    return done;
  }

  private draw(id: string, { day, root }: { day: string; root: string }): Promise<boolean> {
    return this.unitOfWork.run(clockwork, async (work) => {
      const row = await work.lock(Appraisal, id);
      if (row.state !== 'opened') return false;
      const digest = (text: string) => this.crypto.hash(text);
      const members = await work.find(AppraisalMember, { appraisalId: id });
      const seed = drawSeed(digest, root, row.code);
      const tokens = drawn(digest, seed, members.map(({ token }) => token), row.invite);
      const taken = new Set(tokens);
      const invited = members.filter(({ token }) => taken.has(token));
      for (const member of invited) await work.execute('UPDATE appraisal_member SET invited = 1 WHERE id = ?', [member.id]);
      await work.change(Appraisal, row, { state: stepped(row, 'draw'), seed, invited: invited.length, drawnAt: work.now });
      const said: AppraisalDrawn = { c: row.code, from: day, root, seed, invited: invited.length, drawn: tokensRoot(digest, tokens) };
      await this.ledger.say(work, { hallId: row.hallId, key: `appraisal:${id}:drawn`, kind: 'appraisal.drawn', body: said as unknown as { [name: string]: Json } });
      await this.invite(work, row, invited);
      work.audit('appraisal.draw', id, { invited: invited.length });
      return true;
    });
  }

  private async invite(work: Work, { id, hallId }: Appraisal, invited: readonly AppraisalMember[]): Promise<void> {
    const accounts = await this.people.verifiedAccounts(invited.map(({ citizenIndex }) => citizenIndex));
    work.emit(appraisalInvited, { appraisalId: id, hallId, residentIds: [...accounts.values()].sort() });
  }
}
