import { DownloadOutlined } from '@ant-design/icons';
import type { RatingFiguresView, RatingFigureView } from '@hall/shared/api/views';
import { baseWords } from '@hall/shared/rating/published-figures.rules';
import { useQuery } from '@tanstack/react-query';
import { App, Button, Select } from 'antd';
import { Link } from 'react-router';
import { api } from '../../kit/api/api.ts';
import { sentenceOf } from '../../kit/api/problem.ts';
import { dayWords } from '../../kit/clock.ts';
import { ratingsCopy as copy } from '../../kit/copy/ratings.copy.ts';
import { Card, Page } from '../../kit/layout/Page.tsx';
import { saveFile } from '../../kit/print/print.ts';
import { useMe } from '../../kit/session/use-me.ts';
import { Loaded } from '../../kit/state/Loaded.tsx';
import { useAddress } from '../../kit/use-address.ts';
import { barOf } from './figures.view.ts';
import { Trend } from './Trend.tsx';
import styles from './Ratings.module.css';

/** What the hall's ratings add up to, month by month; the same numbers that are published. */
export function FiguresPage() {
  const { message } = App.useApp();
  const me = useMe();
  const [month, setMonth] = useAddress('month', '');
  const asked = month === '' ? '' : `?month=${month}`;
  const query = useQuery({ queryKey: ['rating-figures', month], queryFn: () => api.get<RatingFiguresView>(`/staff/ratings/figures${asked}`), placeholderData: (before) => before });
  const of = query.data;
  const save = () => of && void saveFile(`/staff/ratings/figures.xlsx?month=${of.month}`, copy.fileName(of.month)).catch((error: unknown) => void message.error(sentenceOf(error)));
  return (
    <Page title={copy.figuresTitle} lead={of ? copy.figuresLead(of.settled, dayWords(of.publishedOn)) : null} testId="rating-figures" action={(
      <span className={styles.tags}>
        {me.data?.permissions.includes('rating.handle') ? <Link to="/rating-cases">{copy.toCases}</Link> : null}
        {of ? <Select value={of.month} onChange={setMonth} style={{ minWidth: 150 }} options={[...new Set([of.month, ...of.months])].sort().reverse().map((each) => ({ value: each, label: copy.month(each) }))} data-testid="figures-month" /> : null}
        <Button icon={<DownloadOutlined />} onClick={save} data-testid="figures-export">{copy.export}</Button>
      </span>
    )}>
      <Loaded query={query}>
        {(view) => (
          <>
            <div className={styles.grid}>{view.figures.map((figure) => <Figure key={figure.code} of={figure} />)}</div>
            <Card testId="figures-trend"><h2>{copy.trend}</h2><Trend of={view.trend} /></Card>
            <div className={styles.halves}>
              <Card testId="figures-three"><h2>{copy.three}</h2>{view.satisfactions.map((figure) => <Line key={figure.code} label={figure.label} of={figure} />)}</Card>
              <Card testId="figures-matters"><h2>{copy.byMatter}</h2>{view.matters.length === 0 ? <p className="muted">{copy.noMatters}</p> : view.matters.map(({ label, figures }) => <Line key={label} label={label} of={figures[0]!} base={figures[1]!} />)}</Card>
            </div>
            <Card><h2>{copy.notes}</h2><ul className={styles.notes}>{view.notes.map((note) => <li key={note}>{note}</li>)}</ul></Card>
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Figure({ of }: { of: RatingFigureView }) {
  return (
    <section className={styles.figure} data-testid={`figure-${of.code}`}>
      <h2>{of.label}</h2>
      <p className={of.low === null ? styles.untold : styles.number}>{of.words}</p>
      <Drawn of={of} />
      <small>{baseWords(of, of.unit)}</small><small>{of.how}</small>
    </section>
  );
}

/** @param base whose number of people stands beside the words, when they say more than the share's own */
function Line({ label, of, base = of }: { label: string; of: RatingFigureView; base?: RatingFigureView }) {
  return <div className={styles.line}><span>{label}</span><strong>{of.words}</strong><Drawn of={of} /><small>{baseWords(base, base.unit)}</small></div>;
}

/** The words beside it say all it shows, so it is only for the eye. */
function Drawn({ of }: { of: RatingFigureView }) {
  const bar = barOf(of);
  return <span className={styles.bar} aria-hidden="true">{bar ? <><span style={{ width: `${bar.sure}%` }} /><span style={{ width: `${bar.open}%` }} /></> : null}</span>;
}
