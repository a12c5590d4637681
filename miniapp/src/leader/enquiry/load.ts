import type { StaffEnquiryView, StaffMeView } from '@hall/shared/api/views';
import { get } from '../../kit/api.ts';
import { withThumbnails } from '../../kit/thumbnails.ts';

export interface Shown { enquiry: StaffEnquiryView; me: { name: string; mayExtend: boolean } }

export const pictureLink = (pictureId: string): string => `/staff/pictures/${pictureId}/link`;

export async function loadEnquiry(id: string): Promise<Shown> {
  const [enquiry, me] = await Promise.all([get<StaffEnquiryView>(`/staff/enquiries/${id}`), get<StaffMeView>('/staff/me')]);
  return withThumbnails({ enquiry, me: { name: me.name, mayExtend: me.permissions.includes('deadline.extend') } }, enquiry.pictures.map(({ pictureId }) => pictureId), pictureLink);
}
