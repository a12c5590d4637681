import { answersNow, stillPending } from './draft.state.ts';

test('the person sees what they wrote, also before the server has it; a cleared answer is gone', () => {
  expect(answersNow({ answers: { name: '王秀英', phone: '13812345678' } }, { phone: '', householdAddress: '建设路 12 号' })).toEqual({ name: '王秀英', householdAddress: '建设路 12 号' });
});

test('an answer changed while it was being sent stays to be sent', () => {
  expect(stillPending({ name: '王秀兰', phone: '13812345678' }, { name: '王秀英', phone: '13812345678' })).toEqual({ name: '王秀兰' });
});
