import { Global, Module } from '@nestjs/common';
import { AccountPlans } from './account.plans.ts';
import { AccountSheets } from './account-sheets.ts';
import { AccountsService } from './accounts.service.ts';
import { AccountsStaffController } from './accounts.staff.controller.ts';
import { HandOverService } from './hand-over.service.ts';
import { KeyQueries } from './keys.queries.ts';
import { KeysStaffController } from './keys.staff.controller.ts';
import { AccountQueries } from './accounts.queries.ts';
import { AuditQueries } from './audit.queries.ts';
import { AuditStaffController } from './audit.staff.controller.ts';
import { GrantPlans } from './grant.plans.ts';
import { GrantsStaffController } from './grants.staff.controller.ts';
import { StaffEnrolmentService } from './staff-enrolment.service.ts';
import { ActorDirectory } from '../../platform/auth/actor-directory.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { Totp } from '../../platform/crypto/totp.ts';
import { HallModule } from '../hall/hall.module.ts';
import { HouseOccupants } from './house-occupants.ts';
import { PicturesModule } from '../pictures/pictures.module.ts';
import { DevicesService } from './devices.service.ts';
import { IdentityDirectory } from './actor-directory.ts';
import { IdentityJobs } from './identity.jobs.ts';
import { IdentityListeners } from './identity.listeners.ts';
import { MeResidentController } from './me.resident.controller.ts';
import { PasswordTries } from './password-tries.ts';
import { People } from './people.ts';
import { PortraitsPublicController } from './portraits.public.controller.ts';
import { Reaching } from './reaching.ts';
import { RequestResident } from './request-resident.ts';
import { RelativesResidentController } from './relatives.resident.controller.ts';
import { RelativesService } from './relatives.service.ts';
import { ResidentSignInService } from './resident-sign-in.service.ts';
import { ResidentsService } from './residents.service.ts';
import { ScanSignInService } from './scan-sign-in.service.ts';
import { SignInPublicController } from './sign-in.public.controller.ts';
import { StaffController } from './staff.controller.ts';
import { StaffPortraits } from './staff-portraits.ts';
import { StaffAccountController } from './staff-account.staff.controller.ts';
import { StaffWechatPublicController } from './staff-wechat.public.controller.ts';
import { StaffWechatService } from './staff-wechat.service.ts';
import { StaffQueries } from './staff.queries.ts';
import { StaffSignInService } from './staff-sign-in.service.ts';

/** Global, because the platform's guard asks it who stands behind a session. */
@Global()
@Module({
  imports: [HallModule, PicturesModule],
  controllers: [SignInPublicController, MeResidentController, RelativesResidentController, StaffController, PortraitsPublicController, StaffWechatPublicController, StaffAccountController, AccountsStaffController, KeysStaffController, GrantsStaffController, AuditStaffController],
  providers: [
    { provide: ActorDirectory, useClass: IdentityDirectory },
    { provide: Totp, useFactory: (clock: Clock) => new Totp({ clock, issuer: '社保服务大厅' }), inject: [Clock] },
    People, Reaching, RequestResident, ResidentsService, ResidentSignInService, RelativesService, PasswordTries, StaffSignInService, StaffQueries, StaffPortraits, DevicesService, StaffWechatService, ScanSignInService, HouseOccupants, AccountPlans, GrantPlans, AccountQueries, KeyQueries, AccountsService, HandOverService, AccountSheets, AuditQueries, StaffEnrolmentService, IdentityListeners, IdentityJobs,
  ],
  exports: [ActorDirectory, Totp, People, ResidentSignInService, ResidentsService, RelativesService],
})
export class IdentityModule {}
