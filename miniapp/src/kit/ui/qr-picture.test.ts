import qrcode from 'qrcode-generator';
import { qrPicture } from './qr-picture.ts';

/** Follows the pen: the modules it passes over, as `row,column` inside the white border. */
function drawn(picture: string): Set<string> {
  const svg = decodeURIComponent(picture.slice(picture.indexOf(',') + 1));
  const [, path = ''] = /<path stroke='#000' d='([^']*)'/.exec(svg) ?? [];
  const dark = new Set<string>();
  let [x, y] = [0, 0];
  for (const [, move, first, second] of path.matchAll(/([Mmh])(-?[\d.]+)(?:[ -]([\d.]+))?/g)) {
    if (move === 'M') { x = Number(first); y = Number(second); }
    else if (move === 'm') { x += Number(first); y -= Number(second); }
    else for (let step = Number(first); step > 0; step -= 1) { dark.add(`${y - 0.5 - 4},${x - 4}`); x += 1; }
  }
  return dark;
}

test('the picture shows exactly the dark modules of the code, and stays small', () => {
  const code = qrcode(0, 'M');
  code.addData('https://hall.example.cn/b/Y7K2M9Q3X8');
  code.make();
  const count = code.getModuleCount();
  const wanted = new Set<string>();
  for (let row = 0; row < count; row += 1) for (let column = 0; column < count; column += 1) if (code.isDark(row, column)) wanted.add(`${row},${column}`);
  const picture = qrPicture(count, (row, column) => code.isDark(row, column));
  expect(drawn(picture)).toEqual(wanted);
  expect(picture.length).toBeLessThan(2_500);
});

test('rows without a dark module are climbed over', () => {
  expect(drawn(qrPicture(3, (row, column) => row !== 1 && column !== 1))).toEqual(new Set(['0,0', '0,2', '2,0', '2,2']));
});
