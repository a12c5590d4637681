import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { addDays, dayOf } from '@hall/shared/kernel/day';
import { Clock } from '../../platform/clock/clock.ts';
import { CryptoPort } from '../../platform/crypto/crypto.port.ts';
import type { Upload } from '../../platform/http/upload.ts';
import { newRandomId } from '../../platform/persistence/new-id.ts';
import type { SecretWork } from '../../platform/persistence/secret-work.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import { Pictures } from '../pictures/pictures.service.ts';
import { SuggestionWords } from './suggestion-words.ts';
import type { AnonymousPictureView } from './suggestion.dto.ts';
import { AnonymousPicture } from './suggestion.entity.ts';
import { suggestionErrors } from './suggestion.errors.ts';

/** Pictures nobody signed in for: the same cleaning and encryption, but neither owner, time nor digest is kept. Only staff ever see them. */
@Injectable()
export class AnonymousPictures implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly crypto: CryptoPort,
    private readonly clock: Clock,
    private readonly words: SuggestionWords,
    private readonly pictures: Pictures,
  ) {}

  onModuleInit(): void {
    this.pictures.shelf({ named: (fileIds) => this.named(fileIds), find: (id) => this.dataSource.manager.findOneBy(AnonymousPicture, { id }) });
  }

  /** @throws the picture check's refusals */
  async keep(upload: Upload): Promise<AnonymousPictureView> {
    const stored = await this.pictures.storeSecretly(upload);
    const token = this.crypto.randomToken(24);
    await this.unitOfWork.secretly((work) => work.add(AnonymousPicture, { id: newRandomId(), tokenHash: this.words.secretHash(token), ...stored, cameOn: work.today, suggestionId: null }));
    return { token };
  }

  /** Gives what was uploaded to a suggestion, all or none; the tokens are good no longer. @throws SUGGESTION_PICTURE_GONE */
  async claim(work: SecretWork, tokens: readonly string[], suggestionId: string): Promise<void> {
    for (const token of new Set(tokens)) {
      const { affected } = await work.execute('UPDATE anonymous_picture SET suggestion_id = ?, token_hash = NULL WHERE token_hash = ? AND suggestion_id IS NULL', [suggestionId, this.words.secretHash(token)]);
      if (affected === 0) throw suggestionErrors.SUGGESTION_PICTURE_GONE({ fields: [{ path: 'pictureTokens', code: 'SUGGESTION_PICTURE_GONE', message: '有一张图片已经过期，请重新上传。' }] });
    }
  }

  of(suggestionIds: readonly string[]): Promise<AnonymousPicture[]> {
    return suggestionIds.length === 0 ? Promise.resolve([]) : this.dataSource.manager.find(AnonymousPicture, { where: { suggestionId: In([...suggestionIds]) }, order: { id: 'ASC' } });
  }

  /** Takes away what came yesterday or before and belongs to nothing, so that nobody loses pictures over midnight. @returns how many */
  async sweep(): Promise<number> {
    const before = addDays(dayOf(this.clock.now()), -1);
    return this.unitOfWork.secretly(async (work) => (await work.execute('DELETE FROM anonymous_picture WHERE suggestion_id IS NULL AND came_on < ?', [before])).affected);
  }

  private async named(fileIds: readonly string[]): Promise<string[]> {
    if (fileIds.length === 0) return [];
    const rows = await this.dataSource.manager.find(AnonymousPicture, { where: [{ fileId: In([...fileIds]) }, { thumbFileId: In([...fileIds]) }] });
    return rows.flatMap(({ fileId, thumbFileId }) => [fileId, thumbFileId]);
  }
}
