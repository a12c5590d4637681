import { pagePolicy } from './page-policy.ts';

test('a page may run the scripts it was built with and no other', () => {
  // The digest of `hi()`, worked out with openssl.
  const policy = pagePolicy('<script>hi()</script><script defer="defer" src="./app.js"></script>');
  expect(policy).toContain("script-src 'self' 'sha256-XJ2NWmzN6ujI1rM9ekfSbLHcLivIQQULuiC/AeTcyy0=';");
  expect(policy).not.toMatch(/script-src[^;]*unsafe/);
});

test('nobody else may frame a page, move its base or send its forms elsewhere', () => {
  const policy = pagePolicy('<p></p>');
  for (const rule of ["frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'", "object-src 'none'", "script-src 'self';"]) expect(policy).toContain(rule);
});
