import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { dayOf, startOfDay } from '@hall/shared/kernel/day';
import { ANYONE, type Actor } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import type { Upload } from '../../platform/http/upload.ts';
import { newId } from '../../platform/persistence/new-id.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { FileStorage } from '../../platform/storage/file-storage.ts';
import { PictureCheck } from '../../platform/storage/picture-check.ts';
import { PictureLinks, type LinkHolder } from './picture-links.ts';
import { Picture } from './picture.entity.ts';
import type { FileLinkView, FileVariant } from './pictures.dto.ts';

/** A clean picture whose files are on disk already, waiting for the row that names them. */
export type StoredPicture = Pick<Picture, 'fileId' | 'thumbFileId' | 'width' | 'height' | 'bytes' | 'sha256'>;

/** What a picture belongs to. */
export type PicturePlace = Pick<Picture, 'subjectKind' | 'subjectId' | 'ownerResidentId' | 'hallId'>;

export type PictureFacts = Pick<Picture, 'id' | 'subjectKind' | 'subjectId' | 'width' | 'height' | 'bytes' | 'createdAt'>;

/** A clean picture that tells nothing of when it came, and nothing it could be recognised by. */
export type SecretPicture = Pick<Picture, 'fileId' | 'thumbFileId' | 'width' | 'height'>;

/** Pictures another room keeps in rows of its own, because theirs must tell less than ours. */
export interface PictureShelf {
  /** Of these files, those the room still names. */
  named(fileIds: readonly string[]): Promise<string[]>;
  find(pictureId: string): Promise<Pick<Picture, 'fileId' | 'thumbFileId'> | null>;
}

/** Whether a hall has to do with what a picture belongs to. */
export type HasToDo = (hallId: string, picture: Pick<Picture, 'subjectId' | 'ownerResidentId'>) => Promise<boolean>;

/** What other rooms may do with pictures. */
@Injectable()
export class Pictures {
  private readonly ties = new Map<string, HasToDo[]>();
  private readonly shelves: PictureShelf[] = [];

  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly files: FileStorage,
    private readonly check: PictureCheck,
    private readonly links: PictureLinks,
  ) {}

  /**
   * Cleans an upload and writes its files. Done before the unit of work begins: decoding takes long, and a file without
   * a row is swept, while a row without a file would be a lie.
   * @throws DomainError `FILE_…` codes of the picture check and of the file store
   */
  async store(upload: Upload): Promise<StoredPicture> {
    const { picture, thumbnail } = await this.check.clean(upload.bytes, upload.fileName);
    const full = await this.files.save(picture.jpeg);
    const thumb = await this.files.save(thumbnail.jpeg);
    return { fileId: full.id, thumbFileId: thumb.id, width: picture.width, height: picture.height, bytes: picture.bytes, sha256: picture.sha256 };
  }

  /** As `store`, for somebody nobody must find out: the files claim the first instant of the day. @throws as `store` */
  async storeSecretly(upload: Upload): Promise<SecretPicture> {
    const { picture, thumbnail } = await this.check.clean(upload.bytes, upload.fileName);
    const how = { claimedAt: startOfDay(dayOf(this.clock.now())) };
    const [full, thumb] = [await this.files.save(picture.jpeg, how), await this.files.save(thumbnail.jpeg, how)];
    return { fileId: full.id, thumbFileId: thumb.id, width: picture.width, height: picture.height };
  }

  /** A room that keeps pictures in rows of its own says so: the sweep spares their files, and links may open them. */
  shelf(shelf: PictureShelf): void {
    this.shelves.push(shelf);
  }

  /** Of these files, those that some other room names. */
  async namedElsewhere(fileIds: readonly string[]): Promise<string[]> {
    return (await Promise.all(this.shelves.map((shelf) => shelf.named(fileIds)))).flat();
  }

  /** Gives stored files their row. */
  async keep(work: Work, stored: StoredPicture, place: PicturePlace, id: string = newId()): Promise<PictureFacts> {
    const row = await work.add(Picture, { id, ...stored, ...place, createdAt: work.now });
    work.audit('picture.keep', id, { subject: place.subjectKind, subjectId: place.subjectId });
    return row;
  }

  /** Takes the row away; the sweep removes the files. Removing twice is no error. */
  async remove(work: Work, pictureId: string): Promise<void> {
    const { affected } = await work.execute('DELETE FROM picture WHERE id = ?', [pictureId]);
    if (affected > 0) work.audit('picture.remove', pictureId);
  }

  /**
   * What was uploaded beforehand gets its place, all or none.
   * @param from as it was kept; somebody else's, or one that has its place already, is not there
   * @throws NOT_FOUND
   */
  async claim(work: Work, pictureIds: readonly string[], from: PicturePlace, to: PicturePlace): Promise<void> {
    for (const id of pictureIds) {
      const { affected } = await work.execute(
        `UPDATE picture SET subject_kind = ?, subject_id = ?, owner_resident_id = ?, hall_id = ? WHERE id = ? AND subject_kind = ? AND subject_id = ? AND ${from.ownerResidentId === null ? 'owner_resident_id IS NULL' : 'owner_resident_id = ?'}`,
        [to.subjectKind, to.subjectId, to.ownerResidentId, to.hallId, id, from.subjectKind, from.subjectId, ...(from.ownerResidentId === null ? [] : [from.ownerResidentId])],
      );
      if (affected === 0) throw platformErrors.NOT_FOUND();
    }
  }

  /** Takes away what was uploaded for something that never came. @returns how many rows went; the sweep removes the files */
  async removeOlder(work: Work, subjectKind: string, before: number): Promise<number> {
    return (await work.execute('DELETE FROM picture WHERE subject_kind = ? AND created_at < ?', [subjectKind, before])).affected;
  }

  /** Pictures of these subjects, in the order they came. */
  async of(subjectKind: string, subjectIds: readonly string[]): Promise<PictureFacts[]> {
    if (subjectIds.length === 0) return [];
    return this.dataSource.manager.find(Picture, { where: { subjectKind, subjectId: In([...subjectIds]) }, order: { createdAt: 'ASC', id: 'ASC' } });
  }

  /** Pictures follow their owner when two accounts of one person become one. */
  async changeOwner(work: Work, fromResidentId: string, intoResidentId: string): Promise<void> {
    await work.execute('UPDATE picture SET owner_resident_id = ? WHERE owner_resident_id = ?', [intoResidentId, fromResidentId]);
  }

  /**
   * A picture that belongs to an account and to no one hall is shown to the staff of a hall that has to do with it, and the
   * rooms that know of such a tie say so here. Without one nobody but its owner sees it.
   * @param subjectKind what kind of picture the tie is about
   */
  tiedBy(subjectKind: string, hasToDo: HasToDo): void {
    this.ties.set(subjectKind, [...(this.ties.get(subjectKind) ?? []), hasToDo]);
  }

  /** The picture's bytes, for paper made by the server itself and for what everybody may see. @throws NOT_FOUND */
  async bytesOf(pictureId: string, variant: FileVariant = 'full'): Promise<Buffer> {
    return this.bytes(await this.row(pictureId), variant);
  }

  /** A link good for two minutes. @throws NOT_FOUND also for a picture the asker may not see */
  async linkFor(actor: Actor, pictureId: string): Promise<FileLinkView> {
    const picture = await this.row(pictureId);
    if ((actor.kind !== 'resident' && actor.kind !== 'staff') || !(await this.maySee(actor, picture))) throw platformErrors.NOT_FOUND();
    return this.unitOfWork.run(actor, (work) => Promise.resolve(this.grant(work, actor, pictureId)));
  }

  /** A link for somebody whose right to look the asking room has made sure of. Each is written down. */
  grant(work: Work, actor: LinkHolder, pictureId: string): FileLinkView {
    work.audit('picture.link', pictureId);
    const { token, expiresAt } = this.links.make(pictureId, { kind: actor.kind, id: actor.id }, work.now);
    return { url: `/api/public/files/${token}`, expiresAt };
  }

  /** What a link shows. Each use is written down with whom the link was made for. */
  async show(token: string, variant: FileVariant): Promise<Buffer> {
    const { pictureId, holder } = this.links.read(token, this.clock.now());
    const bytes = await this.bytes(await this.filesOf(pictureId), variant);
    await this.unitOfWork.run(ANYONE, (work) => {
      work.audit('picture.show', pictureId, { madeFor: `${holder.kind}:${holder.id}`, variant });
      return Promise.resolve();
    });
    return bytes;
  }

  private bytes(picture: Pick<Picture, 'fileId' | 'thumbFileId'>, variant: FileVariant): Promise<Buffer> {
    return this.files.read(variant === 'thumb' ? picture.thumbFileId : picture.fileId);
  }

  private async maySee(actor: Extract<Actor, { kind: 'resident' | 'staff' }>, picture: Picture): Promise<boolean> {
    if (actor.kind === 'resident') return picture.ownerResidentId === actor.id;
    if (picture.hallId !== null) return picture.hallId === actor.hallId;
    for (const hasToDo of this.ties.get(picture.subjectKind) ?? []) if (await hasToDo(actor.hallId, picture)) return true;
    return false;
  }

  private async filesOf(pictureId: string): Promise<Pick<Picture, 'fileId' | 'thumbFileId'>> {
    for (const shelf of this.shelves) {
      const found = await shelf.find(pictureId);
      if (found) return found;
    }
    return this.row(pictureId);
  }

  private async row(pictureId: string): Promise<Picture> {
    const found = await this.dataSource.manager.findOneBy(Picture, { id: pictureId });
    if (!found) throw platformErrors.NOT_FOUND();
    return found;
  }
}
