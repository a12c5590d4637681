import { landing, wayBack } from './way-back.view.ts';

describe('signing in on the way to a page', () => {
  it('leads back to the list as it was narrowed', () => {
    expect(landing(wayBack({ pathname: '/deadlines', search: '?scope=all&owner=%E7%8E%8B' }))).toBe('/deadlines?scope=all&owner=%E7%8E%8B');
  });
  it('begins the day where nothing was asked for, or something outside the house', () => {
    expect([null, { from: '/' }, { from: '//elsewhere.test/x' }, { from: 'https://elsewhere.test' }, 'x'].map(landing)).toEqual(['/start', '/start', '/start', '/start', '/start']);
  });
});
