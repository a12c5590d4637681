import { Module } from '@nestjs/common';
import { CommitmentModule } from '../commitment/commitment.module.ts';
import { HallModule } from '../hall/hall.module.ts';
import { IdentityModule } from '../identity/identity.module.ts';
import { LedgerModule } from '../ledger/ledger.module.ts';
import { MattersModule } from '../matters/matters.module.ts';
import { PicturesModule } from '../pictures/pictures.module.ts';
import { StarModule } from '../star/star.module.ts';
import { CardShelf } from './card-shelf.ts';
import { CardsService } from './cards.service.ts';
import { Duties } from './duties.ts';
import { HonoursService } from './honours.service.ts';
import { LightPapers } from './light-papers.ts';
import { LightsListeners } from './lights.listeners.ts';
import { LightsPublicController } from './lights.public.controller.ts';
import { LightsQueries } from './lights.queries.ts';
import { LightsStaffController } from './lights.staff.controller.ts';
import { LightsStaffQueries } from './lights-staff.queries.ts';
import { MyCardStaffController } from './my-card.staff.controller.ts';

/** 四亮: who works here, what they answer for, what they promise, and what they were honoured for. */
@Module({
  imports: [HallModule, IdentityModule, PicturesModule, MattersModule, LedgerModule, CommitmentModule, StarModule],
  controllers: [LightsPublicController, LightsStaffController, MyCardStaffController],
  providers: [CardShelf, CardsService, Duties, HonoursService, LightPapers, LightsQueries, LightsStaffQueries, LightsListeners],
})
export class LightsModule {}
