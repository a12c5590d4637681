import { colour, customProperties, scale, type ColourName } from './tokens.ts';

/** WCAG 2 contrast of two `#RRGGBB` colours. */
function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

describe('the look of the hall', () => {
  const read: [ColourName, ColourName][] = [
    ['ink', 'ground'], ['ink-2', 'ground'], ['ink-3', 'ground'], ['ink', 'surface'], ['ink-2', 'surface'], ['ink-3', 'surface'],
    ['ink-2', 'sunken'], ['on-accent', 'accent'], ['on-accent', 'accent-deep'], ['accent', 'surface'], ['accent', 'ground'],
    ['accent-deep', 'accent-soft'], ['sun', 'sun-soft'], ['ok', 'ok-soft'], ['info', 'info-soft'], ['warn', 'warn-soft'],
    ['ok', 'surface'], ['info', 'surface'], ['warn', 'surface'], ['screen-paper', 'screen-ground'],
  ];

  test.each(read)('%s can be read on %s by tired eyes', (text, ground) => {
    expect(contrast(colour[text], colour[ground])).toBeGreaterThanOrEqual(4.5);
  });

  test('the edge of a field stands out from the paper', () => {
    expect(contrast(colour['line-strong'], colour.surface)).toBeGreaterThanOrEqual(3);
  });

  test('the elder mode enlarges every size and every target', () => {
    for (const name of Object.keys(scale.normal) as (keyof typeof scale.normal)[]) expect(scale.elder[name]).toBeGreaterThan(scale.normal[name]);
    expect(scale.elder.target).toBeGreaterThanOrEqual(60);
    expect(scale.elder.body).toBeGreaterThanOrEqual(18);
    expect(scale.normal.target).toBeGreaterThanOrEqual(44);
  });

  test('the elder mode only says what it changes, so that it can lie on top of the normal one', () => {
    const normal = customProperties('normal');
    const elder = customProperties('elder');
    expect(Object.keys(normal)).toEqual(expect.arrayContaining(Object.keys(elder)));
    expect(elder).not.toHaveProperty('accent');
    expect(elder['type-body']).toBe('calc(20px * var(--scale, 1))');
  });
});
