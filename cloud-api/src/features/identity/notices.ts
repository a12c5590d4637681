import { platformErrors } from '../../platform/errors/platform.errors.ts';
import type { Consent } from './resident.entity.ts';

export interface Notice {
  kind: Consent['kind'];
  version: string;
  title: string;
  paragraphs: string[];
  effectiveFrom: string;
}

/**
 * The wordings residents are asked to agree to, newest last. An old wording is never edited: a change is a new
 * version, and everybody is asked again. 个人信息保护法 Art. 14, 17, 29, 30, 35.
 */
const NOTICES: readonly Notice[] = [
  {
    kind: 'privacy-notice', version: '2026-1', title: '个人信息处理告知', effectiveFrom: '2026-01-01',
    paragraphs: [
      '为了给您办理城乡居民养老保险业务，我们需要处理您的微信或手机登录标识、您填写的内容和您上传的材料照片。这是社会保险经办机构履行法定职责所必需。',
      '这些信息只用于办理您申请的事项、提醒您办事进度和依法公开的统计。统计里没有您的姓名、身份证号和电话。',
      '您可以随时查看、更正自己填写的内容，可以撤回申请，也可以到窗口要求复制或删除。法律要求保存的材料会保存到规定的年限。',
      '不想在手机上办也没关系，带上身份证和户口簿到窗口，同样可以办理。',
    ],
  },
  {
    kind: 'sensitive-data', version: '2026-1', title: '敏感个人信息单独同意', effectiveFrom: '2026-01-01',
    paragraphs: [
      '身份证号、银行卡号和证件照片属于敏感个人信息，一旦泄露可能使您的财产受到损害。预填参保信息必须用到它们，所以单独征得您的同意。',
      '我们把它们加密保存，页面上只显示一部分，只有为您办理业务的工作人员才能查看，每一次查看都会留下记录。',
      '您可以在“我的 - 告知与同意”里随时撤回同意。撤回后不能再在手机上继续预填，已经办结的业务不受影响，您仍可到窗口办理。',
    ],
  },
];

export function currentNotice(kind: Consent['kind']): Notice {
  const found = [...NOTICES].reverse().find((notice) => notice.kind === kind);
  if (!found) throw platformErrors.NOT_FOUND();
  return found;
}

export const currentNotices = (): Notice[] => [currentNotice('privacy-notice'), currentNotice('sensitive-data')];
