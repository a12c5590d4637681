import { LEAST_JUDGED } from './rate-words.rules.ts';
import type { CommitmentRule } from './commitment.rules.ts';
import { ENDINGS, MEASURABLE_EVENTS, STANDING_STILL, subjectKindOf } from './measurable-events.ts';

/** One part of how a promise is computed, for whoever wants to know. */
export interface HowComputed { title: string; words: string }

const named = (events: readonly (keyof typeof MEASURABLE_EVENTS)[]): string => events.map((event) => `“${MEASURABLE_EVENTS[event].label}”`).join('、');

/** How a promise is computed, read off its rule and nothing else: what starts and stops the clock, what counts as what. */
export function howComputed({ from, to, limit, clock, scope }: CommitmentRule): HowComputed[] {
  const kind = subjectKindOf(from);
  const still = STANDING_STILL[kind];
  const limitWords = clock === 'minutes' ? `${limit} 分钟。` : limit === 0 ? '当天（遇到休息日，顺延到下一个工作日）。' : `${limit} 个工作日，按国家公布的放假安排算，起点那天不算；最后一天结束前做完，都算按时。`;
  const stillWords = still ? `中间${named([still.from])}的时间停表；已经超时的，再停表也没有用。停过表的有几件，和兑现率一起公布。` : '';
  const narrowed = [scope.readyOnly ? '叫号时材料已经备齐' : '', scope.classes.length > 0 ? '指定的号别' : '', scope.matters.length > 0 ? '指定的事项' : '', scope.departments.length > 0 ? '指定的科室' : '', scope.staff.length > 0 ? '作出承诺的人经办' : ''].filter((words) => words !== '');
  return [
    { title: '从什么时候到什么时候', words: `从${named([from])}开始，到${named([to])}为止。两个时刻都由办事程序自己记下，谁也不能手填。` },
    { title: '时限', words: `${limitWords}${stillWords}` },
    { title: '算哪些', words: narrowed.length === 0 ? '这类事情件件都算。' : `只算：${narrowed.join('、')}的。` },
    { title: '达标和未达标', words: '按时做完，算达标。超过时限才做完，或者到时还没做完，算未达标。' },
    { title: '居民中止', words: `时限没到，因为${named(ENDINGS[kind])}结束了的，不算达标，也不算未达标，只列件数。超时以后才结束的，还是未达标。` },
    { title: '剔除', words: '确实是系统中断、停电这类原因的，要两个人先后同意才能剔除；剔除了多少，照样公布。' },
    { title: '兑现率', words: `达标的件数，除以达标加未达标的件数。只舍不入，差一件也不会写成 100%。不足 ${LEAST_JUDGED} 件的，只列件数。` },
    { title: '什么时候公布', words: '每天夜里封账时公布一次，第二天就能看到。承诺从公布的第二天起算，不倒算以前的事。' },
  ];
}
