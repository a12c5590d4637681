import { api } from '../api/api.ts';

const FORGET_AFTER_MS = 120_000;

/** Fetches a PDF with the clerk's session and sends it to the printer's dialog; nothing personal enters an address. */
export async function printPdf(path: string, method: 'GET' | 'POST' = 'GET', body?: unknown): Promise<void> {
  const url = URL.createObjectURL(await api.bytes(path, method, body));
  const frame = document.createElement('iframe');
  frame.style.cssText = 'position:fixed;width:0;height:0;border:0;visibility:hidden';
  frame.src = url;
  // Printing without taking the focus along: the keys of the desk must go on working once the dialog is closed.
  frame.onload = () => frame.contentWindow?.print();
  document.body.append(frame);
  // Printing dialogs outlive every event we could wait for.
  setTimeout(() => { frame.remove(); URL.revokeObjectURL(url); }, FORGET_AFTER_MS);
}

/** Saves the bytes behind `path` under `fileName` in the browser's downloads. */
export const saveFile = async (path: string, fileName: string): Promise<void> => saveBlob(await api.bytes(path), fileName);

/** Saves what is already here under `fileName`. */
export function saveBlob(bytes: Blob, fileName: string): void {
  const url = URL.createObjectURL(bytes);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), FORGET_AFTER_MS);
}
