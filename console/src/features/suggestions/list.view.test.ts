import type { StaffSuggestionPage } from '@hall/shared/api/views';
import { addressOf, changed, isNarrowed, nextIn, paramsOf, queryOf, scopesFor } from './list.view.ts';

const HEAD = scopesFor(['suggestion.read', 'suggestion.triage']);
const CLERK = scopesFor(['suggestion.read', 'suggestion.answer']);
const read = (search: string, scopes = HEAD) => addressOf(new URLSearchParams(search), scopes);

describe('the list of suggestions', () => {
  it('opens for whoever sorts the post on what is being worked on, for a clerk on what is in their hands', () => {
    expect([read('').scope, read('', CLERK).scope, read('scope=triage', CLERK).scope]).toEqual(['open', 'mine', 'mine']);
  });
  it('reads only words it knows from an address somebody may have typed', () => {
    expect(read('scope=__proto__&state=gone&topic=window&identity=x&sort=no&page=-3&owner=a%20b')).toEqual({ scope: 'open', state: '', topic: 'window', identity: '', owner: '', q: '', sort: 'due', page: 1 });
  });
  it('writes an address that reads back as the same list, and leaves out what goes without saying', () => {
    const address = { ...read('scope=overdue&state=taken&owner=s-1&q=%E7%AD%89%E5%80%99&sort=due'), page: 3 };
    expect(addressOf(paramsOf(address, HEAD), HEAD)).toEqual(address);
    expect(paramsOf(read('scope=open&sort=due&page=1'), HEAD).toString()).toBe('');
  });
  it('goes back to the first page when the question changes', () => {
    expect(changed(read('page=4'), { topic: 'window' })).toMatchObject({ topic: 'window', page: 1 });
    expect(changed(read('page=4'), { page: 5 }).page).toBe(5);
  });
  it('begins with what is due first where there is work, with the newest where one only looks, and keeps an order somebody chose', () => {
    expect([read('').sort, read('', CLERK).sort, read('scope=waiting').sort, read('scope=all').sort]).toEqual(['due', 'due', 'newest', 'newest']);
    expect([changed(read(''), { scope: 'all' }).sort, changed(read('scope=all'), { scope: 'triage' }).sort, changed(read('sort=oldest'), { scope: 'all' }).sort]).toEqual(['newest', 'due', 'oldest']);
  });
  it('asks the server for what the address says, and for the sheet without the page', () => {
    const address = read('scope=all&owner=s-1&q=%20YJ%20&page=2');
    expect(queryOf(address)).toBe('scope=all&ownerId=s-1&q=YJ&sort=newest&page=2');
    expect(queryOf(address, false)).toBe('scope=all&ownerId=s-1&q=YJ&sort=newest');
  });
  it('knows whether the list is narrowed, so that an empty one can say so', () => expect([isNarrowed(read('scope=triage')), isNarrowed(read('q=%20')), isNarrowed(read('topic=other'))]).toEqual([false, false, true]));
  it('leads from one to the next, and begins anew where the present one has left the list', () => {
    const items = [{ id: 'a' }, { id: 'b' }] as StaffSuggestionPage['items'];
    expect([nextIn(items, 'a'), nextIn(items, 'b'), nextIn(items, 'gone')]).toEqual(['b', null, 'a']);
  });
});
