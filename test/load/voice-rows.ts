import { createHash } from 'node:crypto';
import type { Connection } from 'mysql2/promise';
import { OPEN_DEADLINE_STATES } from '@hall/shared/deadline/deadline.moves';
import { DEADLINE_CATALOGUE } from '@hall/shared/deadline/deadline.rules';
import { DAY_LENGTH, addDays, dayOf } from '@hall/shared/kernel/day';
import { SUGGESTION_TOPICS, gramKey, pairsOf, signsOf } from '@hall/shared/suggestion/suggestion.rules';
import type { RingCrypto } from '../../cloud-api/src/platform/crypto/ring-crypto.ts';
import { HALL } from './queue-rows.ts';
import { now } from './rush-hall.ts';

/** What residents said over the years, laid straight into the database. Growing is history: what is open at one time stays the same. */
export interface VoiceSize {
  suggestions: number;
  /** Of ratings, messages in the inboxes, and deadlines: each as many. */
  rows: number;
}

/** Whose inbox and ratings are asked for; those after it write one suggestion each. */
const RESIDENT = '00000006-0000-7000-8000-000000000000';
export const tokenOf = (resident: number) => `bench-resident-${String(resident).padStart(21, '0')}`;
export const RESIDENT_TOKEN = tokenOf(0);
/**
 * A word that a handful of people used and one that a few in a hundred did; a sign of each; and words that nobody said one
 * behind the other, though very many said each piece: nobody at window three spoke of seats.
 */
export const WORDS = { rare: '婴儿车', common: '饮水机', rareSign: '婴', commonSign: '伞', neverTogether: '三号窗口的座椅' } as const;
/** How many wait to be worked on, whatever the years before left behind. */
export const OPEN_AT_ONCE = 200;

const ROWS_AT_ONCE = 2_000;
const USED_RARELY = 10;
const MESSAGES_EACH = 50;
const A_YEAR = 360;
const CLERK = '00000001-0000-7000-8000-000000000000';
const PLACES = ['大厅门口', '二楼走廊', '三号窗口', '自助机旁边', '等候区后排', '卫生间外面', '停车场入口', '咨询台左边', '打印室里面', '电梯口'];
const THINGS = ['饮水机', '座椅', '指示牌', '叫号声音', '填表台', '老花镜', '充电插座', '空调', '雨伞架', '复印机', '宣传栏', '照明灯', '网络信号', '急救箱', '轮椅', '垃圾桶', '监控屏', '服务铃', '签字笔', '台阶'];
const FAULTS = ['经常坏了没人修', '数量太少不够用', '摆放得不显眼', '字太小看不清', '早上开门时还没有准备好', '下雨天容易滑倒', '声音时大时小', '只有年轻人会用', '离窗口太远', '中午没有人管'];
const WISHES = ['希望能够增加几处', '请安排专人每天检查', '建议换成新的', '能不能早一点打开', '盼望尽快解决', '最好写明怎么使用', '请听听老人的想法', '建议参考隔壁区的做法'];
/** What only this person would have said: three signs out of the common two thousand. */
const OWN = (n: number) => String.fromCodePoint(...[7, 13, 29].map((step) => 0x4e00 + ((n * step * 7_919) % 6_000)));

export const textOf = (n: number): string => {
  const pick = (of: readonly string[], by: number) => of[Math.floor(n / by) % of.length]!;
  return `${pick(PLACES, 1)}的${pick(THINGS, 3)}${pick(FAULTS, 7)}，上个月我陪${OWN(n)}来办事时就遇到过，${pick(WISHES, 11)}。`;
};

export const idOf = (kind: string, n: number): string => `0000000${kind}-0000-7000-9000-${String(n).padStart(12, '0')}`;
const inLots = async (count: number, lay: (numbers: number[]) => Promise<unknown>): Promise<void> => {
  for (let start = 0; start < count; start += ROWS_AT_ONCE) await lay(Array.from({ length: Math.min(ROWS_AT_ONCE, count - start) }, (_, at) => start + at));
};

/** So many who signed in, and a head who sees the whole post. The hall is laid before. */
export async function layPeople(database: Connection, residents: number): Promise<void> {
  const at = now();
  await database.query('UPDATE staff_grant SET roles = ? WHERE staff_id = ?', ['["head"]', CLERK]);
  const all = Array.from({ length: residents }, (_, n) => ({ n, id: n === 0 ? RESIDENT : idOf('6', n) }));
  await database.query('INSERT INTO resident (id, assurance, elder_mode, created_at, version) VALUES ?', [all.map(({ id }) => [id, 'wechat', 0, at, 1])]);
  await database.query('INSERT INTO session (id, token_hash, subject_kind, subject_id, created_at, expires_at) VALUES ?', [all.map(({ n, id }) => [idOf('7', n), createHash('sha256').update(tokenOf(n)).digest('hex'), 'resident', id, at, at + DAY_LENGTH])]);
}

/** Three in five are public; the newest {@link OPEN_AT_ONCE} are still worked on. Each with its first step and the signs and pairs of its public wording. */
export async function laySuggestions(database: Connection, crypto: RingCrypto, count: number): Promise<void> {
  const today = dayOf(now());
  await inLots(count, async (numbers) => {
    const all = numbers.map((n) => {
      const open = n < OPEN_AT_ONCE;
      const face = n % 5 < 3 ? 'whole' : n % 20 === 4 ? 'tombstone' : 'none';
      const text = n % Math.floor(count / USED_RARELY) === Math.floor(count / USED_RARELY / 2) + 1 ? `${textOf(n)}${WORDS.rare}也过不去。` : textOf(n);
      return { n, id: idOf('1', n), open, face, text, on: addDays(today, -1 - Math.floor((n * 720) / count)), pairs: pairsOf(text).size, grams: face === 'whole' ? [...signsOf(text), ...pairsOf(text)].map(gramKey) : [] };
    });
    const states = ['closed', 'closed', 'closed', 'declined', 'redirected'];
    await database.query(
      'INSERT INTO suggestion (id, hall_id, number, identity, way, topic, text_cipher, wishes_public, state, verdict, visibility, face, public_text, pair_count, received_on, changed_on, round, reopened, owner_id, supporters, upkeep, version) VALUES ?',
      [all.map(({ n, id, open, face, text, on, pairs }) => [
        id, HALL, `B-${n}`, 'named', 'online', SUGGESTION_TOPICS[n % SUGGESTION_TOPICS.length]!.code, crypto.encryptField(text, `suggestion.text:${id}`), face === 'none' ? 0 : 1, open ? 'taken' : states[n % states.length], 'clean',
        face === 'none' ? 'private' : face === 'whole' ? 'public' : 'hidden', face, face === 'whole' ? text : null, face === 'whole' ? pairs : 0, on, on, 1, 0, open ? CLERK : null, n % 9, 0, 1,
      ])],
    );
    await database.query('INSERT INTO suggestion_step (id, suggestion_id, position, kind, on_day, by_kind, open) VALUES ?', [all.map(({ n, id, on }) => [idOf('2', n), id, 1, 'received', on, 'author', 1])]);
    const grams = all.flatMap(({ id, on, grams: each }) => each.map((gram) => [HALL, gram, on, id]));
    for (let at = 0; at < grams.length; at += ROWS_AT_ONCE * 5) await database.query('INSERT INTO suggestion_gram (hall_id, gram, received_on, suggestion_id) VALUES ?', [grams.slice(at, at + ROWS_AT_ONCE * 5)]);
  });
}

/** A year of services, two in five rated, and as many as `toGive` from yesterday that the resident may still rate; numbers from a sequence, so that no million rows cross the wire. */
export async function layRatings(database: Connection, count: number, toGive: number): Promise<void> {
  const [today, at] = [dayOf(now()), now()];
  const served = `DATE_FORMAT(DATE_SUB('${today}', INTERVAL 30 + seq % ${A_YEAR} DAY), '%Y-%m-%d')`;
  const id = (kind: string) => `CONCAT('0000000${kind}-0000-7000-9000-', LPAD(seq, 12, '0'))`;
  await database.query(
    `INSERT INTO rating_invitation (id, ticket_id, hall_id, matter_ids, served_on, served_at, rated, version)
     SELECT ${id('1')}, ${id('2')}, ?, ELT(1 + seq % 3, '["enrolment"]', '["benefit-enquiry"]', '["enrolment","benefit-enquiry"]'), ${served}, ?, seq % 5 < 2, 1 FROM seq_1_to_${count}`, [HALL, at - 30 * DAY_LENGTH]);
  await database.query(
    `INSERT INTO rating (id, invitation_id, hall_id, way, level, reasons, given_on) SELECT ${id('3')}, ${id('1')}, ?, 'slip', ELT(1 + seq % 10, 5, 5, 5, 5, 4, 4, 4, 3, 2, 1), '[]', ${served} FROM seq_1_to_${count} WHERE seq % 5 < 2`, [HALL]);
  const yesterday = addDays(today, -1);
  await database.query('INSERT INTO rating_invitation (id, ticket_id, hall_id, resident_id, matter_ids, served_on, served_at, rated, version) VALUES ?', [
    Array.from({ length: toGive }, (_, n) => [idOf('4', n), idOf('5', n), HALL, RESIDENT, '["enrolment"]', yesterday, at - DAY_LENGTH, 0, 1]),
  ]);
}

/** Fifty messages for each of very many residents. */
export async function layInbox(database: Connection, count: number): Promise<void> {
  await database.query(
    `INSERT INTO inbox_item (id, resident_id, at, title, body, once_key)
     SELECT CONCAT('00000001-0000-7000-9000-', LPAD(seq, 12, '0')), CONCAT('00000006-0000-7000-8000-', LPAD(seq % ${count / MESSAGES_EACH}, 12, '0')), ? - seq, '您的登记已办好', '请到大厅领取回执，或者在手机上查看。', CONCAT('bench-', seq) FROM seq_1_to_${count}`, [now()]);
}

/** What was owed and is done, and {@link OPEN_AT_ONCE} still owed, each a little later than the other, three in four overdue. */
export async function layDeadlines(database: Connection, count: number): Promise<void> {
  const at = now();
  const rule = JSON.stringify({ ...DEADLINE_CATALOGUE['suggestion.reply'], version: 0 });
  const open = `seq <= ${OPEN_AT_ONCE}`;
  await database.query(
    `INSERT INTO deadline (id, hall_id, subject_kind, subject_id, step, open_key, title, owner_id, rule_code, rule, state, from_at, due_at, warn_at, level, extra_days, ended_at, created_at, version)
     SELECT CONCAT('00000001-0000-7000-9000-', LPAD(seq, 12, '0')), ?, 'suggestion', CONCAT('00000001-0000-7000-9000-', LPAD(seq - 1, 12, '0')), 'suggestion.reply', IF(${open}, CONCAT('bench:', seq), NULL), CONCAT('意见 ', seq), ?, 'suggestion.reply', ?,
       IF(${open}, ?, ELT(1 + seq % 5, 'met', 'met', 'met', 'met-late', 'dropped')), ? - seq * 60000, ? + 3600000 - (seq % 4) * 3600000 - seq * 1000, NULL, 0, 0, IF(${open}, NULL, ?), ? - seq * 60000, 1 FROM seq_1_to_${count}`,
    [HALL, CLERK, rule, OPEN_DEADLINE_STATES[0], at, at, at, at]);
}
