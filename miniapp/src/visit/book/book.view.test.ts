import { aCase, aMatter, aRelative } from '../../kit/testing/views.ts';
import { addErrand, errandsOf, expressCase, firstChoice, plainErrand, wish } from './book.view.ts';

describe('what a visit is for', () => {
  test('open cases are offered, the ready ones first; finished ones are not', () => {
    const errands = errandsOf([aCase({ id: 'draft' }), aCase({ id: 'done', state: 'completed' }), aCase({ id: 'ready', state: 'ready' })]);
    expect(errands.map(({ key, ready }) => [key, ready])).toEqual([['ready', true], ['draft', false]]);
  });

  test('both parents can come for the same matter, and neither twice', () => {
    const father = plainErrand(aMatter(), aRelative({ id: 'father' }));
    const mother = plainErrand(aMatter(), aRelative({ id: 'mother' }));
    const errands = addErrand(addErrand([father], mother), plainErrand(aMatter(), aRelative({ id: 'father' })));
    expect(errands.map(wish)).toEqual([{ matterId: 'change', relativeId: 'father' }, { matterId: 'change', relativeId: 'mother' }]);
  });

  test('a case is booked by its own number, never with a person beside it', () => {
    expect(wish(errandsOf([aCase({ id: '7', state: 'ready' })])[0]!)).toEqual({ matterId: 'enrolment', applicationId: '7' });
  });

  test('express slots open only when everything one comes for is ready', () => {
    const ready = errandsOf([aCase({ id: 'a', state: 'ready' })]);
    expect(expressCase(ready)).toBe('a');
    expect(expressCase([...ready, plainErrand(aMatter(), undefined)])).toBeUndefined();
    expect(expressCase([])).toBeUndefined();
  });
});

describe('what is ticked when the page opens', () => {
  const [ready, draft] = [aCase({ id: 'ready', state: 'ready' }), aCase({ id: 'draft' })];

  test('the case one came from', () => {
    expect(firstChoice([ready, draft], [aMatter()], { applicationId: 'draft' }).chosen).toEqual(['draft']);
  });

  test('else what is ready, else the only thing there is', () => {
    expect(firstChoice([ready, draft], [aMatter()], {}).chosen).toEqual(['ready']);
    expect(firstChoice([draft], [aMatter()], {}).chosen).toEqual(['draft']);
  });

  test('without a case, the matter one came from, or the first there is', () => {
    expect(firstChoice([], [aMatter({ id: 'change' }), aMatter({ id: 'claim' })], { matterId: 'claim' }).chosen).toEqual(['claim/self']);
    expect(firstChoice([], [aMatter({ id: 'change' })], {}).chosen).toEqual(['change/self']);
    expect(firstChoice([], [], {}).chosen).toEqual([]);
  });

  test('nothing that was only guessed, for whoever may have come for a father or mother', () => {
    expect(firstChoice([], [aMatter({ id: 'change' })], {}, true)).toMatchObject({ errands: [{ key: 'change/self' }], chosen: [] });
    expect(firstChoice([], [aMatter({ id: 'change' })], { matterId: 'change' }, true).chosen).toEqual(['change/self']);
  });

  test('a case that is finished meanwhile does not leave the page empty', () => {
    expect(firstChoice([aCase({ id: 'done', state: 'completed' })], [aMatter({ id: 'change' })], { applicationId: 'done' }).chosen).toEqual(['change/self']);
  });
});
