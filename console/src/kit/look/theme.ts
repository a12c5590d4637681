import type { ThemeConfig } from 'antd';
import { colour, fontFamily, radius, shadow } from '@hall/shared/design/tokens';

/**
 * The component library in the hall's colours. The accent belongs to the one main action of a page; selection, focus
 * and ticks stay neutral or green, so that red keeps meaning something.
 */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: colour.accent,
    colorInfo: colour.info,
    colorLink: colour.info,
    colorSuccess: colour.ok,
    colorWarning: colour.warn,
    colorError: colour.accent,
    colorInfoBg: colour['info-soft'],
    colorSuccessBg: colour['ok-soft'],
    colorWarningBg: colour['warn-soft'],
    colorErrorBg: colour['accent-soft'],
    colorInfoBorder: colour['info-soft'],
    colorSuccessBorder: colour['ok-soft'],
    colorWarningBorder: colour['warn-soft'],
    colorErrorBorder: colour['accent-soft'],
    fontWeightStrong: 650,
    colorText: colour.ink,
    colorTextSecondary: colour['ink-2'],
    colorTextTertiary: colour['ink-3'],
    colorTextPlaceholder: colour['ink-3'],
    colorBgLayout: colour.ground,
    colorBorder: colour['line-strong'],
    colorBorderSecondary: colour.line,
    borderRadius: 8,
    borderRadiusLG: radius.card,
    boxShadowTertiary: shadow,
    fontFamily,
    fontSize: 15,
    controlHeight: 36,
    controlHeightLG: 48,
    motionDurationMid: '0.15s',
    motionDurationSlow: '0.2s',
  },
  components: {
    Button: { defaultShadow: 'none', primaryShadow: 'none', dangerShadow: 'none', fontWeight: 500 },
    Checkbox: { colorPrimary: colour.ok, colorPrimaryHover: colour.ok },
    Radio: { colorPrimary: colour.ink, colorPrimaryHover: colour['ink-2'] },
    Input: { activeBorderColor: colour.info, hoverBorderColor: colour.info, activeShadow: `0 0 0 3px ${colour['info-soft']}` },
    InputNumber: { activeBorderColor: colour.info, hoverBorderColor: colour.info, activeShadow: `0 0 0 3px ${colour['info-soft']}` },
    Select: { activeBorderColor: colour.info, hoverBorderColor: colour.info, activeOutlineColor: colour['info-soft'], optionSelectedBg: colour['info-soft'] },
    DatePicker: { activeBorderColor: colour.info, hoverBorderColor: colour.info, activeShadow: `0 0 0 3px ${colour['info-soft']}`, cellActiveWithRangeBg: colour['info-soft'] },
    Table: { headerBg: colour.ground, rowHoverBg: colour.ground, rowSelectedBg: colour['info-soft'], rowSelectedHoverBg: colour['info-soft'], cellPaddingBlock: 10 },
    Segmented: { trackBg: colour.sunken, itemColor: colour['ink-2'] },
  },
};
