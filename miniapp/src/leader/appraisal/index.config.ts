import { titles } from '../../kit/copy/titles.ts';

export default definePageConfig({ navigationBarTitleText: titles.officeAppraisal });
