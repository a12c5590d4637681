/** What somebody who means no good, or a broken client, puts where a value belongs. */
export const HOSTILE_TEXTS: readonly string[] = [
  '', ' ', '\u0000', 'a\u0000b', '\ud800', '\udc00\ud800', '\u202e王小明', '👩‍👩‍👧‍👦', '𠮷野家', 'ﷺ'.repeat(40), '\r\nSet-Cookie: a=b', '\t\n', 'é'.repeat(300),
  "' OR '1'='1", "'; DROP TABLE booking; --", '" OR ""="', '1; SELECT SLEEP(5)', "\\' UNION SELECT 1--", '%', '_', '%_%', '${7*7}', '{{7*7}}', '$where', '[object Object]',
  '<script>alert(1)</script>', '<img src=x onerror=alert(1)>', 'javascript:alert(1)', '=HYPERLINK("http://x","y")', '@SUM(1)', '../../../../etc/passwd', '..\\..\\win.ini', '/dev/null', 'file:///etc/passwd', '%2e%2e%2f', '%00', '%zz',
  'null', 'undefined', 'NaN', 'true', '-1', '0', '1e309', '0x10', '９９', '一', '2026-02-30', '0000-00-00', '9999-12-31', '2026-13-45', '24:61', '__proto__', 'constructor', 'toString', 'hasOwnProperty',
  '420606199001011238', '42060619900101123X', '000000000000000000', '4206061990010112３9', '13800000000', '+86 138 0000 0000', '6222020200000000000', '00000000-0000-0000-0000-000000000000', 'x'.repeat(5_000), '王'.repeat(2_001),
  'self', 'enrolment', 'enrolment,enrolment,', 'field:name', 'field:__proto__', 'picture:', 'material:../..', 'field:' + 'a'.repeat(100),
];

const deep = (depth: number): unknown => (depth === 0 ? 1 : { a: deep(depth - 1) });

export const HOSTILE_VALUES: readonly unknown[] = [
  null, true, false, 0, -1, 1.5, 1e308, -1e308, Number.MAX_SAFE_INTEGER, 2 ** 53, 2 ** 31, -(2 ** 31) - 1, 2 ** 63, 1e-7, [], {}, [[]], [null], [{}], { length: 3 }, { toString: 'x' }, { then: 'x' }, { $ne: null }, { $gt: '' },
  { constructor: { prototype: { polluted: 'yes' } } }, Array.from({ length: 600 }, (_, index) => index), deep(60), ['a', 1, null, {}], { 0: 'a' }, [[[[]]]],
];

/** Keys that reach into the language itself, or that nobody asked for. */
export const HOSTILE_KEYS: readonly string[] = ['constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__', 'then', 'id', 'version', 'residentId', 'hallId', 'assurance', 'permissions', 'roles', 'isAdmin', 'state', '', ' ', '$set', 'a.b', 'a[b]', '名字'];

/** Written into the path as they stand. */
export const HOSTILE_PATH_PARTS: readonly string[] = [
  '..%2f..%2fetc%2fpasswd', '%00', '%zz', '%', '%c3%28', '%ff%fe', '%ed%a0%80', '%27%20OR%20%271%27%3D%271', '%27%3B%20DROP%20TABLE%20booking%3B%20--', '-1', '0', 'NaN', 'null', 'undefined', '%7B%7D', '%5B%5D', '__proto__', 'constructor', 'toString',
  '00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff', 'a'.repeat(199), 'a'.repeat(201), '%E7%8E%8B', '%F0%9F%92%A9', '%2e%2e', '.', '~', '*', 'a%2Fb', 'a%5Cb', '%0d%0aX-Injected:1', '(((((', '1%20OR%201=1', '%25', '%20', 'current', 'next', 'form.pdf',
];

export const HOSTILE_HEADERS: readonly Record<string, string | string[]>[] = [
  { 'idempotency-key': '' }, { 'idempotency-key': 'short' }, { 'idempotency-key': 'x'.repeat(81) }, { 'idempotency-key': "' OR 1=1 --" }, { 'idempotency-key': 'café-café-café' }, { 'idempotency-key': '__proto__' }, { 'idempotency-key': ['aaaaaaaa', 'bbbbbbbb'] },
  { authorization: 'Bearer' }, { authorization: 'Bearer ' }, { authorization: 'Basic YWRtaW46YWRtaW4=' }, { authorization: `Bearer ${'a'.repeat(5_000)}` }, { authorization: 'Bearer null' }, { authorization: 'bearer x, Bearer y' }, { authorization: "Bearer ' OR '1'='1' -- aaaaaaaaaaaa" },
  { accept: 'image/png' }, { accept: '*/*;q=x' }, { 'accept-encoding': 'br;q=9, gzip;q=x' }, { 'accept-language': '*'.repeat(300) }, { range: 'bytes=0-0,-1' }, { 'if-none-match': '*' }, { 'if-modified-since': 'yesterday' }, { 'content-encoding': 'gzip' },
  { 'x-forwarded-for': '127.0.0.1, unknown, ::1' }, { 'x-forwarded-host': 'evil.example' }, { 'x-http-method-override': 'DELETE' }, { origin: 'null' }, { cookie: '__proto__=1; a=%zz' }, { 'x-request-id': 'x'.repeat(500) }, { te: 'trailers' }, { host: 'evil.example' }, { 'content-language': 'zh\u00ff' }, { upgrade: 'websocket' },
];

/** Bodies that are no JSON, or not what their type says. */
export const HOSTILE_BODIES: readonly { type: string | null; bytes: Buffer }[] = [
  ...['', '{', '[', '"', '{"a":}', '{"a":1,}', "{'a':1}", 'nul', 'undefined', '{"a":1}{"b":2}', '\ufeff{"a":1}', '{"__proto__":{"polluted":"yes"}}', '{"constructor":{"prototype":{"polluted":"yes"}}}', '{"a":1e99999}', '{"\\ud800":1}', '{"a":"\\u0000"}', 'null', 'true', '1', '"text"', '[]', '[{}]', '{}', '{"a":{"__proto__":{}}}', '[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]', '['.repeat(20_000)]
    .map((text) => ({ type: 'application/json', bytes: Buffer.from(text) })),
  { type: 'application/json', bytes: Buffer.from([0xff, 0xfe, 0x7b, 0x00]) },
  { type: 'application/json; charset=utf-16', bytes: Buffer.from('{"a":1}', 'utf16le') },
  { type: 'application/json; charset=utf-8; charset=ascii', bytes: Buffer.from('{}') },
  { type: 'text/plain', bytes: Buffer.from('{"a":1}') },
  { type: 'application/xml', bytes: Buffer.from('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>') },
  { type: 'application/x-www-form-urlencoded', bytes: Buffer.from('version=1&answers[name]=x&__proto__[a]=b') },
  { type: 'multipart/form-data', bytes: Buffer.from('--x\r\n') },
  { type: 'multipart/form-data; boundary=', bytes: Buffer.from('----\r\n') },
  { type: 'multipart/form-data; boundary=x', bytes: Buffer.from('--x\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n') },
  { type: 'multipart/form-data; boundary=x', bytes: Buffer.from('--x\r\ncontent-disposition: form-data; name="other"\r\n\r\nvalue\r\n--x--\r\n') },
  { type: 'multipart/form-data; boundary=x', bytes: Buffer.from('--x\r\ncontent-disposition: form-data; name="__proto__"; filename="../../a.jpg"\r\ncontent-type: image/jpeg\r\n\r\nx\r\n--x--\r\n') },
  { type: 'multipart/form-data; boundary=x', bytes: Buffer.from('--x--\r\n') },
  { type: 'application/json', bytes: Buffer.from(`{"a":"${'x'.repeat(300_000)}"}`) },
  { type: 'APPLICATION/JSON', bytes: Buffer.from('{}') },
  { type: 'nonsense', bytes: Buffer.from('{}') },
  { type: null, bytes: Buffer.from('{}') },
];
