import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ANYONE, type Actor } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import type { Upload } from '../../platform/http/upload.ts';
import { newId } from '../../platform/persistence/new-id.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { FileStorage } from '../../platform/storage/file-storage.ts';
import { PictureCheck } from '../../platform/storage/picture-check.ts';
import { PictureLinks } from './picture-links.ts';
import { Picture } from './picture.entity.ts';
import type { FileLinkView, FileVariant } from './pictures.dto.ts';

/** A clean picture whose files are on disk already, waiting for the row that names them. */
export type StoredPicture = Pick<Picture, 'fileId' | 'thumbFileId' | 'width' | 'height' | 'bytes' | 'sha256'>;

/** What a picture belongs to. */
export type PicturePlace = Pick<Picture, 'subjectKind' | 'subjectId' | 'ownerResidentId' | 'hallId'>;

export type PictureFacts = Pick<Picture, 'id' | 'subjectKind' | 'subjectId' | 'width' | 'height' | 'bytes' | 'createdAt'>;

/** Whether a hall has to do with what a picture belongs to. */
export type HasToDo = (hallId: string, picture: Pick<Picture, 'subjectId' | 'ownerResidentId'>) => Promise<boolean>;

/** What other rooms may do with pictures. */
@Injectable()
export class Pictures {
  private readonly ties = new Map<string, HasToDo[]>();

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
    return this.unitOfWork.run(actor, (work) => {
      work.audit('picture.link', pictureId);
      const { token, expiresAt } = this.links.make(pictureId, { kind: actor.kind, id: actor.id }, work.now);
      return Promise.resolve({ url: `/api/public/files/${token}`, expiresAt });
    });
  }

  /** What a link shows. Each use is written down with whom the link was made for. */
  async show(token: string, variant: FileVariant): Promise<Buffer> {
    const { pictureId, holder } = this.links.read(token, this.clock.now());
    const picture = await this.row(pictureId);
    const bytes = await this.bytes(picture, variant);
    await this.unitOfWork.run(ANYONE, (work) => {
      work.audit('picture.show', pictureId, { madeFor: `${holder.kind}:${holder.id}`, variant });
      return Promise.resolve();
    });
    return bytes;
  }

  private bytes(picture: Picture, variant: FileVariant): Promise<Buffer> {
    return this.files.read(variant === 'thumb' ? picture.thumbFileId : picture.fileId);
  }

  private async maySee(actor: Extract<Actor, { kind: 'resident' | 'staff' }>, picture: Picture): Promise<boolean> {
    if (actor.kind === 'resident') return picture.ownerResidentId === actor.id;
    if (picture.hallId !== null) return picture.hallId === actor.hallId;
    for (const hasToDo of this.ties.get(picture.subjectKind) ?? []) if (await hasToDo(actor.hallId, picture)) return true;
    return false;
  }

  private async row(pictureId: string): Promise<Picture> {
    const found = await this.dataSource.manager.findOneBy(Picture, { id: pictureId });
    if (!found) throw platformErrors.NOT_FOUND();
    return found;
  }
}
