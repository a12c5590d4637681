import type { ApplicationCardView, ConsentView, MeView, NoticeView, RelativeView } from '@hall/shared/api/views';
import { OPEN_APPLICATION_STATES } from '@hall/shared/enrolment/application.moves';
import { copy } from '../../kit/copy/enrolment.ts';
import { inOnePiece } from '../../kit/in-one-piece.ts';
import type { Option } from '../../kit/ui/choice.tsx';

export const SELF = 'self';

/** The people one may fill in for; a case already open for someone is continued, never begun twice. */
export function persons(me: MeView, relatives: readonly RelativeView[], applications: readonly ApplicationCardView[]): Option<string>[] {
  const detail = (personId: string, otherwise: string) => {
    const open = openCase(personId, applications);
    return open ? copy.start.continueDetail(open.stateLabel) : otherwise;
  };
  return [
    { value: SELF, label: me.maskedName ? `${copy.start.self}（${inOnePiece(me.maskedName)}）` : copy.start.self, detail: detail(me.id, copy.start.selfDetail) },
    ...relatives.map((relative) => ({ value: relative.id, label: copy.start.relative(relative.relationLabel, inOnePiece(relative.maskedName)), detail: detail(relative.id, copy.start.age(relative.age)) })),
  ];
}

/** The open enrolment of a person, if there is one. */
export const openCase = (personId: string, applications: readonly ApplicationCardView[]): ApplicationCardView | undefined =>
  applications.find((application) => application.matterId === 'enrolment' && application.personId === personId && OPEN_APPLICATION_STATES.includes(application.state));

/** Notices this person has not agreed to in their present version. */
export const noticesLeft = (notices: readonly NoticeView[], consents: readonly ConsentView[]): NoticeView[] =>
  notices.filter((notice) => !consents.some((consent) => consent.kind === notice.kind && consent.version === notice.version && consent.givenAt !== null && consent.withdrawnAt === null));

/** Where a case is taken up again. */
export const pageFor = (application: Pick<ApplicationCardView, 'state'>): string =>
  application.state === 'draft' ? '/enrolment/form/index' : application.state === 'returned' ? '/enrolment/fix/index' : '/enrolment/status/index';
