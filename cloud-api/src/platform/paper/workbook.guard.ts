import { buffer } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';
import { defineErrors } from '../errors/domain-error.ts';
import type { DomainError } from '../errors/domain-error.ts';

export const workbookErrors = defineErrors({
  WORKBOOK_EMPTY: { status: 422, title: '这个文件是空的，请重新导出后再上传' },
  WORKBOOK_TOO_LARGE: { status: 413, title: '表格太大，请按批次分别上传' },
  WORKBOOK_NOT_XLSX: { status: 415, title: '请上传 .xlsx 表格（不带密码，不是 .xls 或 .csv）' },
  WORKBOOK_ACTIVE: { status: 422, title: '表格里有宏或外部链接，请另存为普通 .xlsx 后再上传' },
  WORKBOOK_DAMAGED: { status: 422, title: '表格已损坏，请重新导出后再上传' },
  WORKBOOK_COLUMNS_MISSING: { status: 422, title: '表格的列不对，请使用本系统导出的原表填写' },
  WORKBOOK_OTHER_BATCH: { status: 409, title: '这是另一个批次的表格，请核对后再上传' },
});

export interface WorkbookLimits { maxBytes: number; maxEntries: number; maxUnpackedBytes: number }
const LIMITS: WorkbookLimits = { maxBytes: 10 * 1024 * 1024, maxEntries: 200, maxUnpackedBytes: 80 * 1024 * 1024 };

/**
 * Looks into the archive before anything parses it: unpacks every entry against a running total, because the sizes an
 * archive declares may be lies. @throws DomainError `WORKBOOK_…`
 */
export async function guardWorkbook(upload: Buffer, limits: Partial<WorkbookLimits> = {}): Promise<void> {
  const { maxBytes, maxEntries, maxUnpackedBytes } = { ...LIMITS, ...limits };
  if (upload.length === 0) throw workbookErrors.WORKBOOK_EMPTY();
  if (upload.length > maxBytes) throw workbookErrors.WORKBOOK_TOO_LARGE();
  if (upload.toString('latin1', 0, 4) !== 'PK\u0003\u0004') throw workbookErrors.WORKBOOK_NOT_XLSX();
  try {
    const zip = await fromBufferPromise(upload);
    if (zip.entryCount > maxEntries) throw workbookErrors.WORKBOOK_TOO_LARGE();
    let left = maxUnpackedBytes;
    let isWorkbook = false;
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName === 'xl/workbook.xml') isWorkbook = true;
      if (/vbaProject|externalLinks\/|activeX\/|embeddings\//i.test(entry.fileName)) throw workbookErrors.WORKBOOK_ACTIVE();
      if (entry.uncompressedSize > left) throw workbookErrors.WORKBOOK_TOO_LARGE();
      // The reader fails as soon as an entry turns out longer than it declared.
      left -= (await buffer(await zip.openReadStreamPromise(entry))).length;
    }
    if (!isWorkbook) throw workbookErrors.WORKBOOK_NOT_XLSX();
  } catch (error) {
    throw isRefusal(error) ? error : Object.assign(workbookErrors.WORKBOOK_DAMAGED(), { cause: error });
  }
}

function isRefusal(error: unknown): error is DomainError {
  return String((error as { code?: string }).code).startsWith('WORKBOOK_');
}
