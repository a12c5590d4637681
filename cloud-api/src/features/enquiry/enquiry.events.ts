import { defineEvent } from '../../platform/events/event-kind.ts';

/** Ids only. `residentId` is null for somebody without an account. */
export interface EnquiryTold {
  enquiryId: string;
  hallId: string;
  residentId: string | null;
}
/** With the owner, or whoever acts for them. */
export type EnquiryToldStaff = EnquiryTold & { staffId: string | null };
/** With everybody who may take it up. */
export type EnquiryToldMany = EnquiryTold & { staffIds: string[] };

export const enquiryAsked = defineEvent<EnquiryToldMany>('enquiry.asked');
export const enquiryTaken = defineEvent<EnquiryToldStaff>('enquiry.taken');
export const enquiryOffered = defineEvent<EnquiryToldMany>('enquiry.offered');
/** `staffId`: the one who is free of it. */
export const enquiryAccepted = defineEvent<EnquiryToldStaff & { ownerId: string }>('enquiry.accepted');
export const enquiryDeclined = defineEvent<EnquiryToldStaff>('enquiry.declined');
export const enquiryAnswered = defineEvent<EnquiryTold>('enquiry.answered');
export const enquiryCorrected = defineEvent<EnquiryTold>('enquiry.corrected');
export const enquiryAskedAgain = defineEvent<EnquiryToldStaff>('enquiry.asked-again');
export const enquiryConfirmed = defineEvent<EnquiryTold>('enquiry.confirmed');
export const enquiryWithdrawn = defineEvent<EnquiryToldStaff>('enquiry.withdrawn');
/** An entry of the public guide begins on its day. `staffId`: who wrote it. */
export const guidePublished = defineEvent<{ entryId: string; hallId: string; versionNumber: number; staffId: string }>('guide.published');
export const guideReturned = defineEvent<{ guideVersionId: string; hallId: string; enquiryId: string | null; staffId: string }>('guide.returned');
export const guideProposed = defineEvent<{ guideVersionId: string; hallId: string; staffIds: string[] }>('guide.proposed');
