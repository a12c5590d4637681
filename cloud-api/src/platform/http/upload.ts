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
 * @throws BAD_REQUEST when there is no such file, UNSUPPORTED_CONTENT when the request is not multipart
 */
export async function readUpload(request: FastifyRequest, maxBytes: number, tooLarge: () => Error): Promise<Upload> {
  if (!request.isMultipart()) throw platformErrors.UNSUPPORTED_CONTENT();
  const part = await request.file({ limits: { fileSize: maxBytes, files: 1 } });
  if (!part || part.fieldname !== 'file') {
    // Unread bytes would hold the connection.
    part?.file.resume();
    throw platformErrors.BAD_REQUEST({ fields: [{ path: 'file', code: 'IS_DEFINED', message: '请选择要上传的文件' }] });
  }
  try {
    return { bytes: await part.toBuffer(), fileName: part.filename };
  } catch (error) {
    throw (error as { code?: string }).code === 'FST_REQ_FILE_TOO_LARGE' ? tooLarge() : error;
  }
}
