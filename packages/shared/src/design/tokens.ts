/**
 * The look of the hall, in one place: the mini-program turns these into CSS custom properties at build time and the
 * console feeds them to its component theme. Lengths are CSS pixels (1 dp); contrast is against the surface named.
 */

/** Colours. Every text colour reaches 4.5:1 on `ground`, `surface` and its own soft background. */
export const colour = {
  ground: '#F6F4EF',
  surface: '#FFFFFF',
  sunken: '#EFECE5',
  line: '#E4E2DC',
  /** Borders of things one types into or taps: 3:1 on surface. */
  'line-strong': '#8C8F94',
  ink: '#1F2329',
  'ink-2': '#4A505A',
  'ink-3': '#666C76',
  accent: '#B3261E',
  'accent-deep': '#8C1D17',
  'accent-soft': '#FBEBE9',
  'on-accent': '#FFFFFF',
  sun: '#855700',
  'sun-soft': '#FFF4DB',
  ok: '#1B6E36',
  'ok-soft': '#E9F5EC',
  info: '#1D57B0',
  'info-soft': '#E9F0FB',
  warn: '#8A5200',
  'warn-soft': '#FFF2DF',
  /** The hall screen is read from ten metres and is inverted. */
  'screen-ground': '#1B1D21',
  'screen-paper': '#F6F4EF',
} as const;

export type ColourName = keyof typeof colour;

/** Type sizes and touch targets that change with the elder mode; everything else stays as it is. */
export const scale = {
  normal: { body: 17, secondary: 15, small: 13, title: 20, display: 26, numeral: 88, target: 48, gap: 16 },
  elder: { body: 20, secondary: 18, small: 18, title: 26, display: 32, numeral: 96, target: 60, gap: 20 },
} as const;

export type Mode = keyof typeof scale;

/** Spacing in eights, with the half step for icon and word. */
export const space = { '1': 4, '2': 8, '3': 16, '4': 24, '5': 32, '6': 48 } as const;

export const radius = { card: 12, control: 10, pill: 999 } as const;

export const shadow = '0 1px 2px rgba(31, 35, 41, 0.06), 0 4px 12px rgba(31, 35, 41, 0.05)';

export const lineHeight = 1.5;

/** System fonts only: nothing to download on a slow phone. */
export const fontFamily = "-apple-system, BlinkMacSystemFont, 'PingFang SC', 'HarmonyOS Sans SC', 'Noto Sans CJK SC', 'Source Han Sans SC', 'Microsoft YaHei', 'WenQuanYi Micro Hei', sans-serif";

/**
 * The tokens as CSS custom properties, names without the leading dashes. Sizes multiply by `--scale`, so a page can
 * follow the letter size a person has chosen for the whole phone.
 */
export function customProperties(mode: Mode): Record<string, string> {
  const sizes = Object.entries(scale[mode]).map(([name, px]): [string, string] =>
    name === 'target' || name === 'gap' ? [name, `${px}px`] : [`type-${name}`, `calc(${px}px * var(--scale, 1))`]);
  if (mode === 'elder') return Object.fromEntries(sizes);
  return Object.fromEntries([
    ...Object.entries(colour),
    ...sizes,
    ...Object.entries(space).map(([name, px]): [string, string] => [`space-${name}`, `${px}px`]),
    ...Object.entries(radius).map(([name, px]): [string, string] => [`radius-${name}`, `${px}px`]),
    ['shadow', shadow],
  ]);
}
