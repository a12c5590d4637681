import { createHash } from 'node:crypto';

/** Scripts written into the page itself, without those that name a file. */
const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/gi;

/**
 * The content security policy of one built page: code comes from this server only, or is word for word what the build wrote
 * into the page; nothing is sent elsewhere, and nobody else's page may frame ours. Styles stay open because the component
 * libraries write them at run time; `blob:` is how papers are shown that were fetched with the session's token, and how a
 * picture just taken is read again to be sent.
 */
export function pagePolicy(html: string): string {
  const scripts = [...html.matchAll(INLINE_SCRIPT)].map(([, code]) => `'sha256-${createHash('sha256').update(code ?? '').digest('base64')}'`);
  return [
    "default-src 'self'", `script-src ${["'self'", ...scripts].join(' ')}`, "style-src 'self' 'unsafe-inline'", "img-src 'self' data: blob:", "font-src 'self' data:", "media-src 'self' data: blob:",
    "connect-src 'self' blob: ws: wss:", "worker-src 'self' blob:", "frame-src 'self' blob:", "object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'",
  ].join('; ');
}
