import { farther, laidFlat, nearer, neighbour, shifted, sidewaysFit, transformOf, turned } from './picture.view.ts';

describe('a picture held up to the light', () => {
  it('comes nearer step by step and never so near that nothing can be recognised', () => {
    let hold = laidFlat;
    for (let step = 0; step < 30; step += 1) hold = nearer(hold);
    expect(hold.zoom).toBe(6);
  });

  it('returns to the middle once it fits its frame again', () => {
    const moved = shifted(nearer(laidFlat), 40, -20);
    expect(moved).toMatchObject({ x: 40, y: -20 });
    expect(farther(moved)).toMatchObject({ x: 0, y: 0 });
  });

  it('goes round in four quarter turns', () => {
    expect([1, 2, 3, 4].reduce((hold) => turned(hold), laidFlat).turn).toBe(0);
    expect(transformOf(turned(laidFlat), 0.75)).toBe('translate(0px, 0px) rotate(90deg) scale(0.75)');
    expect(transformOf(turned(turned(laidFlat)), 0.75)).toBe('translate(0px, 0px) rotate(180deg) scale(1)');
  });

  it('fits its frame lying on its side', () => {
    expect(sidewaysFit({ w: 400, h: 300 }, { w: 400, h: 300 })).toBe(0.75);
    expect(sidewaysFit({ w: 0, h: 0 }, { w: 400, h: 300 })).toBe(1);
  });

  it('leafs through the pictures and stops at both ends', () => {
    expect(neighbour(['a', 'b', 'c'], 'b', 1)).toBe('c');
    expect(neighbour(['a', 'b', 'c'], 'c', 1)).toBe('c');
    expect(neighbour(['a', 'b', 'c'], 'a', -1)).toBe('a');
    expect(neighbour(['a', 'b'], 'gone', 1)).toBe('a');
    expect(neighbour([], null, 1)).toBeNull();
  });
});
