import type { Content } from 'pdfmake';
import type { Faces } from './faces.ts';

type Node = Record<string, unknown>;

/** Where a node keeps further nodes. */
const CHILDREN = ['stack', 'columns', 'ul', 'ol'] as const;

/**
 * Walks a whole document and gives every piece of text the face that has its characters; so no author of a paper can
 * forget it. @throws DomainError `PAPER_GLYPH_MISSING`
 */
export function typeset(content: Content, faces: Faces): Content {
  return walk(content, faces) as Content;
}

function walk(node: unknown, faces: Faces): unknown {
  if (typeof node === 'string' || typeof node === 'number') return { text: inlines(String(node), faces) };
  if (Array.isArray(node)) return node.map((child) => walk(child, faces));
  if (typeof node !== 'object' || node === null) return node;
  const result: Node = { ...node };
  if ('text' in result) result['text'] = inlines(result['text'], faces);
  for (const name of CHILDREN) if (name in result) result[name] = walk(result[name], faces);
  const table = result['table'] as { body: unknown[][] } | undefined;
  if (table) result['table'] = { ...table, body: table.body.map((row) => row.map((cell) => walk(cell, faces))) };
  return result;
}

/** A text is a string, a number, an object with text, or a list of these. */
function inlines(text: unknown, faces: Faces): unknown {
  if (Array.isArray(text)) return text.flatMap((part) => inlines(part, faces));
  if (typeof text === 'object' && text !== null) {
    const inner = inlines((text as Node)['text'], faces);
    return Array.isArray(inner) ? inner.map((run) => (typeof run === 'string' ? { ...text, text: run } : { ...text, ...(run as Node) })) : { ...text, text: inner };
  }
  const runs = faces.runs(String(text));
  return runs.length <= 1 && runs[0]?.face !== 'Rare' ? String(text) : runs.map((run) => ({ text: run.text, font: run.face }));
}
