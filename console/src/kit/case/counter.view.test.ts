import { aCase, aMaterial } from './case.builder.ts';
import { counterOf, presentOriginals, tick } from './counter.view.ts';

const seen = { originalSeen: true };

describe('a case at the counter', () => {
  it('asks first for the originals, then for the person, then for the confirmation', () => {
    expect(counterOf(aCase()).next).toBe('originals');
    expect(counterOf(aCase({ materials: [aMaterial('card', seen)] })).next).toBe('identity');
    expect(counterOf(aCase({ materials: [aMaterial('card', seen)], identityVerified: true })).next).toBe('confirm');
  });

  it('has nothing left to ask once it is confirmed, or when this clerk may not confirm it', () => {
    expect(counterOf(aCase({ state: 'handled', identityVerified: true }))).toMatchObject({ next: 'none', settled: true });
    expect(counterOf(aCase({ materials: [aMaterial('card', seen)], identityVerified: true, actions: [] })).next).toBe('none');
  });

  it('does not wait for a paper that may follow later', () => {
    expect(counterOf(aCase({ materials: [aMaterial('card', seen), aMaterial('register', { deferrable: true })] })).originalsDone).toBe(true);
  });

  it('never claims by one press a deferrable paper that nobody has brought', () => {
    const kase = aCase({ materials: [aMaterial('card', { pictures: [] }), aMaterial('register', { deferrable: true, pictures: [] }), aMaterial('proof', { deferrable: true })] });
    expect(presentOriginals(kase)).toEqual(['card', 'proof']);
  });

  it('leaves out papers that this person does not need', () => {
    const kase = aCase({ materials: [aMaterial('card'), aMaterial('proof', { required: false, pictures: [] })] });
    expect(counterOf(kase).materials.map((material) => material.code)).toEqual(['card']);
  });

  it('ticks and unticks one original without losing the others', () => {
    expect(tick(['card'], 'register', true)).toEqual(['card', 'register']);
    expect(tick(['card', 'register'], 'card', false)).toEqual(['register']);
    expect(tick(['card'], 'card', true)).toEqual(['card']);
  });
});
