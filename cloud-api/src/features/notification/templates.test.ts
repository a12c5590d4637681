import { readTemplates } from './templates.ts';

const visit = { id: 'tmpl-visit', fields: { matter: 'thing1', time: 'time2' } };

test('the templates of this mini-program are read from one setting; without it there are none', () => {
  expect(readTemplates(JSON.stringify({ visit })).get('visit')).toEqual(visit);
  expect(readTemplates(undefined).size).toBe(0);
});

test.each([
  ['no JSON object', '[]', /no JSON object/], ['no JSON', '{', /no JSON object/],
  ['a code nobody knows', JSON.stringify({ visits: visit }), /visits: is none of progress, visit/],
  ['no id', JSON.stringify({ visit: { fields: visit.fields } }), /visit: needs the id/],
  ['no fields', JSON.stringify({ visit: { id: visit.id } }), /visit: needs its fields/],
  ['a fact this template does not have', JSON.stringify({ visit: { id: visit.id, fields: { name: 'thing1' } } }), /visit: knows no fact name/],
  ['a field WeChat does not have', JSON.stringify({ visit: { id: visit.id, fields: { matter: '1' } } }), /matter needs a field such as thing1/],
])('the server does not start with %s in it, and says what is wrong', (_, text, words) => {
  expect(() => readTemplates(text)).toThrow(words);
});
