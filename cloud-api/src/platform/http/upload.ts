import '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { platformErrors } from '../errors/platform.errors.ts';

export interface Upload {
  bytes: Buffer;
  /** As the client named it: judged, never used as a path. */
  fileName: string;
}

/** What a one-file form looks like in the OpenAPI document. */
export const ONE_FILE = { schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } };

/**
 * Reads the one file of a multipart request, its field called `file`, and never more than `maxBytes` of it.
 * @param tooLarge makes the error for a larger file
 * @throws BAD_REQUEST when there is no such file or it did not arrive whole, UNSUPPORTED_CONTENT when the request is not multipart
 */
export async function readUpload(request: FastifyRequest, maxBytes: number, tooLarge: () => Error): Promise<Upload> {
  if (!request.isMultipart()) throw platformErrors.UNSUPPORTED_CONTENT();
  const part = await request.file({ limits: { fileSize: maxBytes, files: 1 } }).catch(refuseUnreadable);
  if (!part || part.fieldname !== 'file') {
    // Unread bytes would hold the connection.
    part?.file.resume();
    throw platformErrors.BAD_REQUEST({ fields: [{ path: 'file', code: 'IS_DEFINED', message: '请选择要上传的文件' }] });
  }
  const bytes = await part.toBuffer().catch((error: { code?: string }) => (error.code === 'FST_REQ_FILE_TOO_LARGE' ? Promise.reject(tooLarge()) : refuseUnreadable()));
  return { bytes, fileName: part.filename };
}

/** A form that breaks off or has no boundary: whatever the parser calls it, the sender must send it again. */
function refuseUnreadable(): never {
  throw platformErrors.BAD_REQUEST({ fields: [{ path: 'file', code: 'UNREADABLE', message: '文件没有传完整，请重新上传' }] });
}
