import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { DAY_LENGTH, HOUR } from '@hall/shared/kernel/day';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { Logger } from '../../platform/logging/logger.ts';
import { FileStorage } from '../../platform/storage/file-storage.ts';
import { Picture } from './picture.entity.ts';
import { Pictures } from './pictures.service.ts';

const EVERY = HOUR;
const AT_ONCE = 200;

/** Removes files that no row names: an upload whose unit of work was refused, or a picture taken away. */
@Injectable()
export class PictureSweep implements OnApplicationBootstrap {
  /** Seen without a row at the last sweep. Only a file found so twice goes, so that none is taken between its writing and its row. */
  private suspects = new Set<string>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly files: FileStorage,
    private readonly pictures: Pictures,
    private readonly jobs: Jobs,
    private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.jobs.every('pictures.sweep', EVERY, () => this.sweep());
  }

  /** @returns how many files were removed */
  async sweep(): Promise<number> {
    const orphans = new Set<string>();
    let lot: string[] = [];
    const judge = async () => {
      const named = await this.named(lot);
      for (const id of lot) if (!named.has(id)) orphans.add(id);
      lot = [];
    };
    for await (const { id } of this.files.list()) {
      lot.push(id);
      if (lot.length >= AT_ONCE) await judge();
    }
    await judge();

    const doomed = [...orphans].filter((id) => this.suspects.has(id));
    for (const id of doomed) await this.files.remove(id);
    this.suspects = new Set([...orphans].filter((id) => !doomed.includes(id)));
    await this.files.sweepUnfinished(30 * DAY_LENGTH);
    if (doomed.length > 0) this.log.info({ files: doomed.length }, 'files without a picture were removed');
    return doomed.length;
  }

  private async named(ids: string[]): Promise<Set<string>> {
    if (ids.length === 0) return new Set();
    const rows = await this.dataSource.manager.find(Picture, { select: { id: true, fileId: true, thumbFileId: true }, where: [{ fileId: In(ids) }, { thumbFileId: In(ids) }] });
    return new Set([...rows.flatMap((row) => [row.fileId, row.thumbFileId]), ...(await this.pictures.namedElsewhere(ids))]);
  }
}
