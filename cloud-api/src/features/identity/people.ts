import { Injectable } from '@nestjs/common';
import { DataSource, In, IsNull, type EntityManager } from 'typeorm';
import { raise, type Assurance } from '@hall/shared/identity/assurance.rules';
import { checkCitizenId } from '@hall/shared/kernel/citizen-id';
import type { StaffRole } from '@hall/shared/identity/permissions';
import { isPersonName } from '@hall/shared/kernel/person-name';
import { dayOf } from '@hall/shared/kernel/day';
import { CryptoPort } from '../../platform/crypto/crypto.port.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { Sessions } from '../../platform/auth/sessions.ts';
import { readPrepared } from '../../platform/persistence/statements.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { accountsMerged, residentVerified } from './identity.events.ts';
import { identityErrors } from './identity.errors.ts';
import { currentNotice } from './notices.ts';
import { Reaching, type Reach } from './reaching.ts';
import { RequestResident, type SealedResident } from './request-resident.ts';
import { Consent, Relative, Resident } from './resident.entity.ts';
import { portraitUrl } from './staff-portraits.ts';
import { Staff, StaffGrant } from './staff.entity.ts';

export interface PersonFacts {
  name: string | null;
  citizenId: string | null;
  /** Same person, same index: the key under which a person is served. */
  citizenIndex: string | null;
}

export interface ResidentFacts extends PersonFacts {
  id: string;
  assurance: Assurance;
  phone: string | null;
  elderMode: boolean;
  version: number;
}

export interface RelativeFacts extends PersonFacts {
  id: string;
  residentId: string;
  relation: string;
  name: string;
  citizenId: string;
  citizenIndex: string;
  authority: { state: Relative['authorityState']; pictureId: string | null; validUntil: string | null };
}

/** What stands on the staff board, and the roles held in one hall. */
export interface StaffFacts {
  id: string;
  name: string;
  badgeNumber: string;
  post: string;
  departmentId: string | null;
  photoPictureId: string | null;
  /** Anybody may look at it; null without one. */
  photoUrl: string | null;
  roles: readonly StaffRole[];
}

const PLACES = { residentName: 'resident.name', residentCitizen: 'resident.citizen-id', residentPhone: 'resident.phone', relativeName: 'relative.name', relativeCitizen: 'relative.citizen-id' };
const sealed = (crypto: CryptoPort, text: string | null, place: string, id: string) => (text === null ? null : crypto.encryptField(text, `${place}:${id}`));

/** As many as one question asks for. */
const INDEXES_AT_ONCE = 500;

/** The kind of picture that shows a relative's signed authority; it belongs to the account and to no one hall. */
export const AUTHORITY_PICTURE = 'authority';

/** What other rooms may know and change of people. Everything here is decrypted: it must not travel further than needed. */
@Injectable()
export class People {
  constructor(
    private readonly dataSource: DataSource,
    private readonly crypto: CryptoPort,
    private readonly sessions: Sessions,
    private readonly requesting: RequestResident,
    private readonly reaching: Reaching,
  ) {}

  /** @param citizenId normalised */
  citizenIndex(citizenId: string): string {
    return this.crypto.blindIndex('citizen-id', citizenId);
  }

  phoneIndex(phone: string): string {
    return this.crypto.blindIndex('phone', phone);
  }

  /** @throws NOT_FOUND */
  async resident(residentId: string, manager: EntityManager = this.dataSource.manager): Promise<ResidentFacts> {
    const row = await manager.findOneBy(Resident, { id: residentId });
    if (!row) throw platformErrors.NOT_FOUND();
    return this.factsOf(row);
  }

  /** Only who the resident is, for the many requests that need no more. @throws NOT_FOUND */
  async identityOf(residentId: string): Promise<Pick<ResidentFacts, 'name' | 'citizenIndex'>> {
    const read = this.requesting.recall();
    const { citizenIndex, nameCipher } = read?.id === residentId ? read : await this.sealedIdentityOf(residentId);
    return { citizenIndex, name: nameCipher === null ? null : this.crypto.decryptField(nameCipher, `${PLACES.residentName}:${residentId}`) };
  }

  private async sealedIdentityOf(id: string): Promise<SealedResident> {
    const [row] = await readPrepared<{ citizen_index: string | null; name_cipher: string | null }>(this.dataSource, 'SELECT citizen_index, name_cipher FROM resident WHERE id = ?', [id]);
    if (!row) throw platformErrors.NOT_FOUND();
    return { id, citizenIndex: row.citizen_index, nameCipher: row.name_cipher };
  }

  factsOf(row: Resident): ResidentFacts {
    const open = (cipher: string | null, place: string) => (cipher === null ? null : this.crypto.decryptField(cipher, `${place}:${row.id}`));
    return {
      id: row.id, assurance: row.assurance, citizenIndex: row.citizenIndex, elderMode: row.elderMode, version: row.version,
      name: open(row.nameCipher, PLACES.residentName), citizenId: open(row.citizenIdCipher, PLACES.residentCitizen), phone: open(row.phoneCipher, PLACES.residentPhone),
    };
  }

  /** @throws NOT_FOUND also when the relative belongs to somebody else or was removed */
  async relative(residentId: string, relativeId: string, manager: EntityManager = this.dataSource.manager): Promise<RelativeFacts> {
    const row = await manager.findOneBy(Relative, { id: relativeId, residentId });
    if (!row || row.openIndex === null) throw platformErrors.NOT_FOUND();
    return this.relativeFactsOf(row);
  }

  /** Under which key a relative is served; null when they belong to somebody else or were removed. */
  async relativeKey(residentId: string, relativeId: string): Promise<string | null> {
    const row = await this.dataSource.manager.findOneBy(Relative, { id: relativeId, residentId });
    return row?.openIndex ?? null;
  }

  relativeFactsOf(row: Relative): RelativeFacts {
    return {
      id: row.id, residentId: row.residentId, relation: row.relation, citizenIndex: row.citizenIndex,
      name: this.crypto.decryptField(row.nameCipher, `${PLACES.relativeName}:${row.id}`),
      citizenId: this.crypto.decryptField(row.citizenIdCipher, `${PLACES.relativeCitizen}:${row.id}`),
      authority: { state: row.authorityState, pictureId: row.authorityPictureId, validUntil: row.authorityValidUntil },
    };
  }

  sealRelative(id: string, name: string, citizenId: string): { nameCipher: string; citizenIdCipher: string } {
    return { nameCipher: sealed(this.crypto, name, PLACES.relativeName, id)!, citizenIdCipher: sealed(this.crypto, citizenId, PLACES.relativeCitizen, id)! };
  }

  /** A clerk has seen the signed authority on paper. */
  async seeAuthority(work: Work, relativeId: string): Promise<void> {
    const row = await work.lock(Relative, relativeId);
    if (row.authorityState === 'checked') return;
    await work.change(Relative, row, { authorityState: 'checked' });
    work.audit('identity.see-authority', relativeId);
  }

  /** How somebody can be reached outside the house: their WeChats, the newest first, and a phone. */
  reach(kind: 'resident' | 'staff', id: string): Promise<Reach> {
    return kind === 'resident' ? this.reaching.resident(id) : this.reaching.staff(id);
  }

  /** Keeps a member of staff's row for this transaction: what is written about one person at the same moment is written in turn. @throws NOT_FOUND */
  async holdStaff(work: Work, staffId: string): Promise<void> {
    await work.lock(Staff, staffId);
  }

  /** The same for a resident, whose account may be tapped on from several telephones. @throws NOT_FOUND */
  async holdResident(work: Work, residentId: string): Promise<void> {
    await work.lock(Resident, residentId);
  }

  async staffName(staffId: string): Promise<string> {
    return (await this.dataSource.manager.findOneBy(Staff, { id: staffId }))?.name ?? '';
  }

  /** What stands on the badge, or an empty text. */
  async staffBadge(staffId: string): Promise<string> {
    return (await this.dataSource.manager.findOneBy(Staff, { id: staffId }))?.badgeNumber ?? '';
  }

  /** Everybody who works in the hall, by badge number; those whose account is closed are left out. */
  async staffOf(hallId: string): Promise<StaffFacts[]> {
    const [staff, grants] = await Promise.all([this.dataSource.manager.find(Staff, { where: { hallId, active: true }, order: { badgeNumber: 'ASC', id: 'ASC' } }), this.dataSource.manager.findBy(StaffGrant, { hallId })]);
    return staff.map((row) => ({
      id: row.id, name: row.name, badgeNumber: row.badgeNumber, post: row.post, departmentId: row.departmentId, photoPictureId: row.photoPictureId, photoUrl: portraitUrl(row), roles: grants.find((grant) => grant.staffId === row.id)?.roles ?? [],
    }));
  }

  /** Names by id; those unknown are left out. */
  async staffNames(staffIds: readonly string[]): Promise<Map<string, string>> {
    if (staffIds.length === 0) return new Map();
    return new Map((await this.dataSource.manager.findBy(Staff, { id: In([...new Set(staffIds)]) })).map((row) => [row.id, row.name]));
  }

  /** Residents reached by this phone number, as far as they gave it. */
  async residentsByPhone(phone: string): Promise<string[]> {
    return (await this.dataSource.manager.findBy(Resident, { phoneIndex: this.phoneIndex(phone), mergedInto: IsNull() })).map((row) => row.id);
  }

  /** The accounts proven to belong to these people, by the index of their ID; whoever has none is left out. */
  async verifiedAccounts(citizenIndexes: readonly string[]): Promise<Map<string, string>> {
    const found = new Map<string, string>();
    for (let at = 0; at < citizenIndexes.length; at += INDEXES_AT_ONCE) {
      for (const { verifiedIndex, id } of await this.dataSource.manager.find(Resident, { where: { verifiedIndex: In(citizenIndexes.slice(at, at + INDEXES_AT_ONCE)) }, select: { id: true, verifiedIndex: true } })) found.set(verifiedIndex!, id);
    }
    return found;
  }

  /** True when the resident has agreed to the present wording and not withdrawn. */
  async hasConsent(residentId: string, kind: Consent['kind'], manager: EntityManager = this.dataSource.manager): Promise<boolean> {
    return manager.existsBy(Consent, { residentId, kind, noticeVersion: currentNotice(kind).version, withdrawnAt: IsNull() });
  }

  async setPhone(work: Work, residentId: string, phone: string): Promise<void> {
    const row = await work.lock(Resident, residentId);
    await work.change(Resident, row, { phoneCipher: sealed(this.crypto, phone, PLACES.residentPhone, row.id), phoneIndex: this.phoneIndex(phone) });
    work.audit('identity.set-phone', residentId);
  }

  /**
   * The resident says who they are. After the window has verified it, only the window may change it.
   * @throws CITIZEN_ID_INVALID, NAME_INVALID, DECLARATION_FIXED when verified as somebody else
   */
  async declare(work: Work, residentId: string, said: { name: string; citizenId: string }): Promise<ResidentFacts> {
    const checked = checkCitizenId(said.citizenId, dayOf(work.now));
    if (!checked.ok) throw identityErrors.CITIZEN_ID_INVALID({ fields: [{ path: 'citizenId', code: checked.code, message: checked.message }] });
    const name = said.name.trim();
    if (!isPersonName(name)) throw identityErrors.NAME_INVALID({ fields: [{ path: 'name', code: 'NAME_INVALID', message: '请按身份证上的姓名填写' }] });
    const row = await work.lock(Resident, residentId);
    const index = this.citizenIndex(checked.value);
    if (row.verifiedIndex !== null && row.verifiedIndex !== index) throw identityErrors.DECLARATION_FIXED();
    if (row.verifiedIndex === null) {
      await work.change(Resident, row, {
        nameCipher: sealed(this.crypto, name, PLACES.residentName, row.id), citizenIdCipher: sealed(this.crypto, checked.value, PLACES.residentCitizen, row.id),
        citizenIndex: index, assurance: raise(row.assurance, 'declared'),
      });
      work.audit('identity.declare', residentId);
      this.requesting.forget();
    }
    return this.factsOf(row);
  }

  /**
   * A clerk has seen the ID card of the person in front of the window. Answers the other account already verified for
   * the same ID, which must be merged first, or null when the account is now verified.
   */
  async verify(work: Work, residentId: string, seen: { name: string; citizenId: string }): Promise<{ otherResidentId: string } | null> {
    const index = this.citizenIndex(seen.citizenId);
    const other = await work.findOne(Resident, { verifiedIndex: index });
    if (other && other.id !== residentId) return { otherResidentId: other.id };
    const row = await work.lock(Resident, residentId);
    await work.change(Resident, row, {
      nameCipher: sealed(this.crypto, seen.name, PLACES.residentName, row.id), citizenIdCipher: sealed(this.crypto, seen.citizenId, PLACES.residentCitizen, row.id),
      citizenIndex: index, verifiedIndex: index, assurance: 'verified',
    });
    work.audit('identity.verify', residentId);
    this.requesting.forget();
    work.emit(residentVerified, { residentId });
    return null;
  }

  /**
   * Joins two accounts of one person: the old one's ways in lead to `intoId`, its sessions end, and its cases follow
   * by the event. The caller has the clerk's confirmation.
   */
  async merge(work: Work, fromId: string, intoId: string): Promise<void> {
    const [first, second] = [fromId, intoId].sort() as [string, string];
    const rows = new Map([[first, await work.lock(Resident, first)], [second, await work.lock(Resident, second)]]);
    const from = rows.get(fromId)!;
    await work.change(Resident, from, { verifiedIndex: null, citizenIndex: null, mergedInto: intoId });
    await work.execute('UPDATE resident_identity SET resident_id = ? WHERE resident_id = ?', [intoId, fromId]);
    await work.execute('UPDATE consent SET withdrawn_at = ? WHERE resident_id = ? AND withdrawn_at IS NULL', [work.now, fromId]);
    await this.sessions.endAll(work, 'resident', fromId);
    work.audit('identity.merge', intoId, { from: fromId });
    work.emit(accountsMerged, { fromResidentId: fromId, intoResidentId: intoId });
  }
}
