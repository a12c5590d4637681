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

/** What other rooms may do with pictures. */
@Injectable()
export class Pictures {
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

  /** The picture's bytes, for paper made by the server itself. @throws NOT_FOUND */
  async bytesOf(pictureId: string): Promise<Buffer> {
    return this.files.read((await this.row(pictureId)).fileId);
  }

  /** A link good for two minutes. @throws NOT_FOUND also for a picture the asker may not see */
  async linkFor(actor: Actor, pictureId: string): Promise<FileLinkView> {
    const picture = await this.row(pictureId);
    if ((actor.kind !== 'resident' && actor.kind !== 'staff') || !maySee(actor, picture)) throw platformErrors.NOT_FOUND();
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
    const bytes = await this.files.read(variant === 'thumb' ? picture.thumbFileId : picture.fileId);
    await this.unitOfWork.run(ANYONE, (work) => {
      work.audit('picture.show', pictureId, { madeFor: `${holder.kind}:${holder.id}`, variant });
      return Promise.resolve();
    });
    return bytes;
  }

  private async row(pictureId: string): Promise<Picture> {
    const found = await this.dataSource.manager.findOneBy(Picture, { id: pictureId });
    if (!found) throw platformErrors.NOT_FOUND();
    return found;
  }
}

const maySee = (actor: Extract<Actor, { kind: 'resident' | 'staff' }>, picture: Picture): boolean =>
  actor.kind === 'resident' ? picture.ownerResidentId === actor.id : picture.hallId === null || picture.hallId === actor.hallId;
