import { safeHeaders } from './safe-headers.ts';

test('no browser guesses the type of an answer, frames it from elsewhere or tells others where it came from', () => {
  expect(safeHeaders()).toMatchObject({
    'x-content-type-options': 'nosniff', 'x-frame-options': 'SAMEORIGIN', 'referrer-policy': 'no-referrer', 'cross-origin-resource-policy': 'same-site',
    'strict-transport-security': expect.stringContaining('max-age='),
  });
});
