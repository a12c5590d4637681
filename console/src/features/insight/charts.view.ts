import type { InsightPeriodView } from '@hall/shared/api/views';
import { insightCopy as copy } from '../../kit/copy/insight.copy.ts';

export interface Series { name: string; values: (number | null)[]; kind: 'bar' | 'line'; /** Which of the units. */ axis: number; stack?: string }
/** A chart without any library: labels along the bottom, series over them, and the units of one or two scales. */
export interface ChartShape { labels: string[]; series: Series[]; units: string[]; /** The top of a scale, where it is known. */ most: (number | undefined)[] }

const labelsOf = ({ buckets }: Pick<InsightPeriodView, 'buckets'>): string[] => buckets.map(({ label }) => label);

/** Services as bars that add up to who came, waits as lines over them. */
export const visitsChart = (of: Pick<InsightPeriodView, 'buckets'>): ChartShape => ({
  labels: labelsOf(of), units: [copy.services, copy.minuteAxis], most: [],
  series: [
    { name: copy.served, values: of.buckets.map(({ served }) => served), kind: 'bar', axis: 0, stack: 'visits' }, { name: copy.left, values: of.buckets.map(({ left }) => left), kind: 'bar', axis: 0, stack: 'visits' },
    { name: copy.unserved, values: of.buckets.map(({ unserved }) => unserved), kind: 'bar', axis: 0, stack: 'visits' },
    { name: copy.medianWait, values: of.buckets.map(({ medianWait }) => medianWait), kind: 'line', axis: 1 }, { name: copy.longWait, values: of.buckets.map(({ longWait }) => longWait), kind: 'line', axis: 1 },
  ],
});

/** One line a promise, in percent; where too few were judged the line is broken, not at nought. */
export const fulfilmentChart = (of: Pick<InsightPeriodView, 'buckets' | 'promises'>): ChartShape => ({
  labels: labelsOf(of), units: ['%'], most: [100], series: of.promises.map(({ wording, points }) => ({ name: wording, values: points.map(({ rate }) => (rate === null ? null : rate / 10)), kind: 'line', axis: 0 })),
});

/** The least each month's shares surely are, in percent: what is told as a bound is drawn at its bound. */
export const ratingsChart = ({ ratings }: Pick<InsightPeriodView, 'ratings'>): ChartShape => {
  const codes = [...new Map(ratings.flatMap(({ figures }) => figures.map(({ code, label }) => [code, label] as const)))];
  return { labels: ratings.map(({ month }) => month), units: ['%'], most: [100], series: codes.map(([code, name]) => ({ name, values: ratings.map(({ figures }) => percent(figures.find((each) => each.code === code)?.low)), kind: 'line', axis: 0 })) };
};

export const voicesChart = (of: Pick<InsightPeriodView, 'buckets'>): ChartShape => ({
  labels: labelsOf(of), units: [copy.services], most: [],
  series: ([[copy.received, 'suggestionsReceived'], [copy.replied, 'suggestionsReplied'], [copy.asked, 'enquiriesAsked'], [copy.answeredEnquiry, 'enquiriesAnswered']] as const).map(([name, field]) => ({ name, values: of.buckets.map((bucket) => bucket[field]), kind: 'bar', axis: 0 })),
});

const percent = (share: number | null | undefined): number | null => (share === null || share === undefined ? null : Math.floor(share * 1_000) / 10);
