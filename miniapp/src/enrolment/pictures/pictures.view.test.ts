import type { ApplicationMaterialView } from '@hall/shared/api/views';
import { mayChange, missing } from './pictures.view.ts';

test('a material that may be brought later does not hold anyone up', () => {
  const material = (part: Partial<ApplicationMaterialView>) => ({ code: 'x', required: true, deferrable: false, pictures: [], ...part }) as ApplicationMaterialView;
  expect(missing([material({ code: 'id' }), material({ code: 'register', deferrable: true }), material({ code: 'extra', required: false })]).map(({ code }) => code)).toEqual(['id']);
});

test('only what the server opens can be changed', () => {
  expect([mayChange({ editable: ['picture:p1'] }, 'picture:p1'), mayChange({ editable: ['picture:p1'] }, 'picture:p2')]).toEqual([true, false]);
});
