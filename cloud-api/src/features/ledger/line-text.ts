/** An entry as its line says it. The body is canonical JSON already, so the line is put together without reading it again. */
export interface PlacedLine {
  seq: number;
  prev: string;
  kind: string;
  day: string;
  body: string;
}

/** The same text as `entryText` of the shared rules makes; a test compares the two. */
export const lineText = ({ seq, prev, kind, day, body }: PlacedLine): string => `{"body":${body},"day":"${day}","kind":"${kind}","prev":"${prev}","seq":${seq}}`;
