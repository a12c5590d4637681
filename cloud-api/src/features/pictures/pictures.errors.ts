import { defineErrors } from '../../platform/errors/domain-error.ts';

export const linkErrors = defineErrors({
  FILE_LINK_EXPIRED: { status: 410, title: '图片链接只在两分钟内有效，请回到页面重新点开图片' },
});
