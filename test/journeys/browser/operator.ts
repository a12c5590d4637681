import type { Page } from 'playwright-core';

/**
 * One thing a person did at the desk, as the browser saw it. `unit` is what it was done to: a field of the form, or a
 * control; `text` counts the Chinese characters an input method handed over.
 */
export type OperatorEvent =
  | { kind: 'key'; unit: string; inField: boolean }
  | { kind: 'text'; unit: string; characters: number }
  | { kind: 'click'; unit: string }
  | { kind: 'file'; unit: string };

/** Runs in the page: tells of each key, press of the mouse, handed-over word and chosen file, in the order in which they happen. */
const WITNESS = `(() => {
  if (window.operatorSeen) return;
  window.operatorSeen = true;
  const unitOf = (target) => target?.closest?.('[data-field]')?.dataset.field ?? target?.closest?.('[data-testid]')?.dataset.testid ?? 'page';
  const inField = (target) => target?.matches?.('textarea, select, input:not([type=file])') ?? false;
  const han = (text) => (text?.match(/[\\u3400-\\u9fff]/g) ?? []).length;
  addEventListener('keydown', (event) => {
    if (event.repeat || ['Shift', 'Control', 'Alt', 'Meta', 'Process'].includes(event.key)) return;
    noteOperator({ kind: 'key', unit: inField(event.target) ? unitOf(event.target) : event.code, inField: inField(event.target) });
  }, true);
  addEventListener('pointerdown', (event) => noteOperator({ kind: 'click', unit: unitOf(event.target) }), true);
  addEventListener('input', (event) => { if (han(event.data) > 0) noteOperator({ kind: 'text', unit: unitOf(event.target), characters: han(event.data) }); }, true);
  addEventListener('change', (event) => { if (event.target?.type === 'file' && event.target.files.length > 0) noteOperator({ kind: 'file', unit: unitOf(event.target) }); }, true);
})()`;

/** Watches the hands of whoever works in this page from now on. @returns everything done since, growing as it happens */
export async function watchOperator(page: Page): Promise<OperatorEvent[]> {
  const events: OperatorEvent[] = [];
  await page.exposeFunction('noteOperator', (event: OperatorEvent) => void events.push(event));
  await page.addInitScript(WITNESS);
  await page.evaluate(WITNESS);
  return events;
}
