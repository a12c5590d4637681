/** WeChat's own elements; in a browser each is a custom element of the same name with `wx-` before it. */
export const TAGS = [
  'page', 'view', 'text', 'button', 'input', 'textarea', 'image', 'scroll-view', 'swiper', 'swiper-item', 'switch', 'picker', 'canvas', 'label', 'form', 'icon', 'navigator', 'checkbox', 'checkbox-group',
  'radio', 'radio-group', 'slider', 'progress', 'rich-text', 'web-view', 'video', 'map', 'page-meta', 'cover-view', 'root-portal', 'block-view',
] as const;

/** 750 rpx are the width of the screen. */
export const rpxToVw = (css: string) => css.replace(/(-?\d*\.?\d+)rpx/g, (_, number: string) => `${Number((Number(number) / 7.5).toFixed(5))}vw`);
