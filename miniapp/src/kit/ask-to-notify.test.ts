import type { MessageTemplateView } from '@hall/shared/api/views';
import { answersOf } from './ask-to-notify.ts';

const asked: MessageTemplateView[] = [{ code: 'progress', templateId: 'tmpl-1' }, { code: 'visit', templateId: 'tmpl-2' }, { code: 'call', templateId: 'tmpl-3' }];

test('what was tapped is told by the names the hall uses; what WeChat did not ask about is neither yes nor no', () => {
  expect(answersOf(asked, { errMsg: 'requestSubscribeMessage:ok', 'tmpl-1': 'accept', 'tmpl-2': 'reject', 'tmpl-3': 'filter' })).toEqual({ accepted: ['progress'], rejected: ['visit'] });
  expect(answersOf(asked, { 'tmpl-1': 'acceptWithAudio', 'tmpl-2': 'ban' })).toEqual({ accepted: ['progress'], rejected: [] });
});
