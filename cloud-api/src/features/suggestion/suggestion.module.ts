import { Module } from '@nestjs/common';
import { DeadlinesModule } from '../deadlines/deadlines.module.ts';
import { DutyModule } from '../duty/duty.module.ts';
import { HallModule } from '../hall/hall.module.ts';
import { IdentityModule } from '../identity/identity.module.ts';
import { PicturesModule } from '../pictures/pictures.module.ts';
import { AlikeSuggestions } from './alike-suggestions.ts';
import { AnonymousPictures } from './anonymous-pictures.service.ts';
import { AnonymousService } from './anonymous.service.ts';
import { AnswerService } from './answer.service.ts';
import { AuthorService } from './author.service.ts';
import { BoxQueries } from './box.queries.ts';
import { BoxService } from './box.service.ts';
import { BoxStaffController } from './box.staff.controller.ts';
import { GramIndex } from './gram-index.ts';
import { PlanService } from './plan.service.ts';
import { SlipsService } from './slips.service.ts';
import { StaffCards } from './staff-cards.ts';
import { SubmissionService } from './submission.service.ts';
import { SuggestionDeadlines } from './suggestion-deadlines.ts';
import { SuggestionDesk } from './suggestion-desk.ts';
import { SuggestionParts } from './suggestion-parts.ts';
import { SuggestionPictures } from './suggestion-pictures.ts';
import { SuggestionSearch } from './suggestion-search.ts';
import { SuggestionSteps } from './suggestion-steps.ts';
import { SuggestionSweeps } from './suggestion-sweeps.ts';
import { SuggestionWords } from './suggestion-words.ts';
import { AuthorSuggestions } from './suggestion.author.queries.ts';
import { SuggestionJobs } from './suggestion.jobs.ts';
import { SuggestionListeners } from './suggestion.listeners.ts';
import { AnonymousPublicController, SuggestionPublicController } from './suggestion.public.controller.ts';
import { PublicSuggestions } from './suggestion.public.queries.ts';
import { SuggestionResidentController } from './suggestion.resident.controller.ts';
import { SuggestionStaffController } from './suggestion.staff.controller.ts';
import { StaffSuggestions } from './suggestion.staff.queries.ts';
import { Supporters } from './supporters.ts';
import { TemplatesService } from './templates.service.ts';
import { TriageService } from './triage.service.ts';
import { WordingService } from './wording.service.ts';
import { WordingStaffController } from './wording.staff.controller.ts';
import { SuggestionHandOn } from './suggestion-hand-on.ts';
import { BoxHandOn } from './box-hand-on.ts';
import { PlanHandOn } from './plan-hand-on.ts';

/** Suggestions 意见箱: from the phone, by name or without one, and from the box on the wall. */
@Module({
  imports: [HallModule, PicturesModule, IdentityModule, DutyModule, DeadlinesModule],
  controllers: [SuggestionPublicController, AnonymousPublicController, SuggestionResidentController, SuggestionStaffController, WordingStaffController, BoxStaffController],
  providers: [
    SuggestionWords, SuggestionDeadlines, SuggestionSteps, SuggestionDesk, SuggestionParts, Supporters, GramIndex, SuggestionSearch, AlikeSuggestions,
    SubmissionService, AuthorService, AnonymousService, AnonymousPictures, SuggestionPictures, TriageService, PlanService, AnswerService, WordingService, TemplatesService, BoxService, SlipsService,
    PublicSuggestions, AuthorSuggestions, StaffCards, StaffSuggestions, BoxQueries, SuggestionHandOn, PlanHandOn, BoxHandOn, SuggestionSweeps, SuggestionJobs, SuggestionListeners,
  ],
})
export class SuggestionModule {}
