import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import type { FileLinkView } from '../pictures/pictures.dto.ts';
import { Pictures } from '../pictures/pictures.service.ts';
import { AnonymousPictures } from './anonymous-pictures.service.ts';
import { SUGGESTION_PICTURE } from './submission.service.ts';
import { SuggestionDesk } from './suggestion-desk.ts';

/** Staff look at a suggestion's pictures through links made for them; nobody else but a named author ever sees one. */
@Injectable()
export class SuggestionPictures {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: SuggestionDesk,
    private readonly pictures: Pictures,
    private readonly anonymous: AnonymousPictures,
  ) {}

  /** @throws NOT_FOUND also for a picture of another suggestion */
  async link(actor: StaffActor, id: string, pictureId: string): Promise<FileLinkView> {
    await this.desk.read(actor, id);
    const [named, nameless] = await Promise.all([this.pictures.of(SUGGESTION_PICTURE, [id]), this.anonymous.of([id])]);
    if (![...named, ...nameless].some((picture) => picture.id === pictureId)) throw platformErrors.NOT_FOUND();
    return this.unitOfWork.run(actor, (work) => Promise.resolve(this.pictures.grant(work, { kind: 'staff', id: actor.id }, pictureId)));
  }
}
