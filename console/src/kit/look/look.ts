import { customProperties, fontFamily } from '@hall/shared/design/tokens';

/** Puts the shared design tokens on the page as CSS custom properties, `--ink`, `--accent`, `--space-3` and so on. */
export function applyLook(root: HTMLElement = document.documentElement): void {
  for (const [name, value] of Object.entries(customProperties('normal'))) root.style.setProperty(`--${name}`, value);
  root.style.setProperty('--font', fontFamily);
  root.style.setProperty('--mono', "ui-monospace, 'SF Mono', Consolas, 'DejaVu Sans Mono', monospace");
}
