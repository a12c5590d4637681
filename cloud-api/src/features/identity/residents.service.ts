import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Assurance } from '@hall/shared/identity/assurance.rules';
import { maskCitizenId, maskName, maskPhone } from '@hall/shared/kernel/masking';
import type { ResidentActor } from '../../platform/auth/actor.ts';
import { Settings } from '../../platform/config/settings.ts';
import { CryptoPort } from '../../platform/crypto/crypto.port.ts';
import { newId } from '../../platform/persistence/new-id.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { WechatClient } from '../../platform/wechat/wechat.client.ts';
import type { ConsentView, MeView } from './identity.dto.ts';
import { identityErrors } from './identity.errors.ts';
import { currentNotice, currentNotices } from './notices.ts';
import { People } from './people.ts';
import { Consent, Resident, ResidentIdentity } from './resident.entity.ts';

/** A resident's own account: how it begins, what it shows and what its owner may change. */
@Injectable()
export class ResidentsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly people: People,
    private readonly crypto: CryptoPort,
    private readonly wechat: WechatClient,
    private readonly settings: Settings,
    private readonly dataSource: DataSource,
  ) {}

  /** The account behind a way in; the first time, a new one. */
  async accountFor(work: Work, kind: ResidentIdentity['kind'], subject: string): Promise<string> {
    const subjectIndex = this.crypto.blindIndex(`identity.${kind}`, subject);
    const known = await work.findOne(ResidentIdentity, { kind, subjectIndex });
    if (known) return known.residentId;
    const residentId = newId();
    const id = newId();
    const { affected } = await work.sql.insertIfAbsent('resident_identity (id, resident_id, kind, subject_index, subject_cipher, created_at) VALUES (?, ?, ?, ?, ?, ?)', [id, residentId, kind, subjectIndex, this.crypto.encryptField(subject, `resident-identity.subject:${id}`), work.now]);
    // Two phones of one person signing in at the same moment: the other one was first.
    if (affected === 0) return (await work.findOne(ResidentIdentity, { kind, subjectIndex }))!.residentId;
    await work.add(Resident, {
      id: residentId, assurance: (kind === 'phone' ? 'phone' : 'wechat') satisfies Assurance, nameCipher: null, citizenIdCipher: null, citizenIndex: null, verifiedIndex: null,
      phoneCipher: null, phoneIndex: null, elderMode: false, createdAt: work.now, mergedInto: null,
    });
    if (kind === 'phone') await this.people.setPhone(work, residentId, subject);
    work.audit('identity.open-account', residentId, { kind });
    return residentId;
  }

  async me(residentId: string): Promise<MeView> {
    const facts = await this.people.resident(residentId);
    return {
      id: facts.id, assurance: facts.assurance, elderMode: facts.elderMode, demo: this.settings.isDemo,
      maskedName: facts.name && maskName(facts.name), maskedPhone: facts.phone && maskPhone(facts.phone), maskedCitizenId: facts.citizenId && maskCitizenId(facts.citizenId),
      consents: await this.consents(residentId),
    };
  }

  async preferElderMode(actor: ResidentActor, elderMode: boolean): Promise<MeView> {
    await this.unitOfWork.run(actor, async (work) => {
      await work.change(Resident, await work.lock(Resident, actor.id), { elderMode });
    });
    return this.me(actor.id);
  }

  /** The number behind WeChat's phone button. */
  async fillPhone(actor: ResidentActor, code: string): Promise<MeView> {
    const { phone } = await this.wechat.getPhoneNumber(code);
    await this.unitOfWork.run(actor, (work) => this.people.setPhone(work, actor.id, phone));
    return this.me(actor.id);
  }

  async declare(actor: ResidentActor, said: { name: string; citizenId: string }): Promise<MeView> {
    await this.unitOfWork.run(actor, (work) => this.people.declare(work, actor.id, said));
    return this.me(actor.id);
  }

  async consents(residentId: string): Promise<ConsentView[]> {
    const given = await this.dataSource.manager.find(Consent, { where: { residentId }, order: { givenAt: 'DESC' } });
    return currentNotices().map((notice) => {
      const last = given.find((row) => row.kind === notice.kind);
      return { kind: notice.kind, version: notice.version, current: last?.noticeVersion === notice.version && last.withdrawnAt === null, givenAt: last?.givenAt ?? null, withdrawnAt: last?.withdrawnAt ?? null };
    });
  }

  /** @throws CONSENT_VERSION_OLD when the wording was replaced while it was being read */
  async giveConsent(actor: ResidentActor, kind: Consent['kind'], version: string): Promise<ConsentView[]> {
    if (currentNotice(kind).version !== version) throw identityErrors.CONSENT_VERSION_OLD();
    await this.unitOfWork.run(actor, async (work) => {
      await work.lock(Resident, actor.id);
      if (await this.people.hasConsent(actor.id, kind, work.manager)) return;
      await work.add(Consent, { id: newId(), residentId: actor.id, kind, noticeVersion: version, givenAt: work.now, withdrawnAt: null });
      work.audit('identity.consent', actor.id, { kind, version });
    });
    return this.consents(actor.id);
  }

  async withdrawConsent(actor: ResidentActor, kind: Consent['kind']): Promise<ConsentView[]> {
    await this.unitOfWork.run(actor, async (work) => {
      await work.execute('UPDATE consent SET withdrawn_at = ? WHERE resident_id = ? AND kind = ? AND withdrawn_at IS NULL', [work.now, actor.id, kind]);
      work.audit('identity.withdraw-consent', actor.id, { kind });
    });
    return this.consents(actor.id);
  }
}
