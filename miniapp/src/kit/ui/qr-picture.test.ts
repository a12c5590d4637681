import { qrPicture } from './qr-picture.ts';

test('neighbouring dark modules become one run, inside a white border of four', () => {
  const dark = new Set(['0,0', '0,1', '1,2']);
  const svg = decodeURIComponent(qrPicture(3, (row, column) => dark.has(`${row},${column}`)));
  expect(svg).toContain("viewBox='0 0 11 11'");
  expect(svg).toContain("d='M4 4h2v1H4zM6 5h1v1H6z'");
});
