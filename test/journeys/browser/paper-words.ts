import { readPdf } from '../../../cloud-api/src/platform/paper/testing/paper.builder.ts';

/** All that is printed on a paper, without its gaps. */
export const wordsOnPaper = (pdf: Buffer): string => readPdf(pdf).pages.map((page) => page.text).join('\n').replace(/\s+/g, '');
