import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AppraisalStandingView } from '@hall/shared/api/views';
import { APPRAISAL_QUESTIONS, APPRAISAL_QUESTION_KEYS, MOST_QUESTIONS } from '@hall/shared/appraisal/appraisal.rules';
import { RATING_LEVELS } from '@hall/shared/rating/rating.rules';

const ASKED = '/api/resident/appraisals/';

/** An appraisal as whoever was drawn finds it, with as many questions as there may be. */
const STANDING: AppraisalStandingView = {
  mayAnswer: true, answered: false, why: null, whyCode: null, token: 'c'.repeat(64), levels: RATING_LEVELS.map(({ level, label }) => ({ code: String(level), label })),
  appraisal: {
    id: 'a', code: 'A', departmentId: 'd', departmentName: '居民养老保险参保登记科', state: 'asking', stateLabel: '正在评议', openedOn: '2026-11-20', closesOn: '2026-11-27', population: 120, invited: 60, answers: null,
    sentence: '抽签请了 60 人，截止以后公布结果。', questions: APPRAISAL_QUESTION_KEYS.slice(0, MOST_QUESTIONS).map((key) => ({ key, ...APPRAISAL_QUESTIONS[key] })), figures: [], rectification: null,
  },
};

/** The hall as it is, to somebody on whom the lot of an appraisal fell: twenty people served and a night would else have to go by. */
export async function hallThatAsks(hall: string): Promise<{ url: string; close: () => Promise<void> }> {
  const server = createServer((asked, answer) => {
    if (asked.url?.startsWith(ASKED)) { answer.setHeader('content-type', 'application/json').end(JSON.stringify(STANDING)); return; }
    const passed = request(`${hall}${asked.url ?? ''}`, { method: asked.method, headers: asked.headers }, (given) => { answer.writeHead(given.statusCode ?? 502, given.headers); given.pipe(answer); });
    passed.on('error', () => answer.destroy());
    answer.on('close', () => passed.destroy());
    asked.pipe(passed);
  });
  await new Promise<void>((listening) => { server.listen(0, '127.0.0.1', listening); });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((closed) => { server.close(() => closed()); server.closeAllConnections(); }),
  };
}
