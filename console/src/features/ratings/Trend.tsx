import type { RatingTrendView } from '@hall/shared/api/views';
import { ratingsCopy as copy } from '../../kit/copy/ratings.copy.ts';
import { pointsOf } from './figures.view.ts';
import styles from './Ratings.module.css';

const LINES = ['good', 'active'] as const;
const STEPS = [0, 25, 50, 75, 100];
const [WIDTH, HEIGHT, LEFT, TOP] = [960, 200, 44, 12];
const across = (x: number) => LEFT + (x / 100) * WIDTH;
const down = (y: number) => TOP + (y / 100) * HEIGHT;

/** A year of two shares as lines; a bound is an upright stroke. The same stands in a table for who hears the page. */
export function Trend({ of }: { of: readonly RatingTrendView[] }) {
  return (
    <figure className={styles.trend}>
      <figcaption>{LINES.map((code) => <span key={code} className={styles[code]}><i />{copy.trendWords[code]}</span>)}</figcaption>
      <svg viewBox={`0 0 ${WIDTH + LEFT + 16} ${HEIGHT + 44}`} aria-hidden="true">
        {STEPS.map((step) => <g key={step}><line x1={LEFT} x2={LEFT + WIDTH} y1={down(100 - step)} y2={down(100 - step)} /><text x={LEFT - 8} y={down(100 - step) + 4} textAnchor="end">{step}%</text></g>)}
        {of.map(({ month }, at) => <text key={month} x={across(of.length > 1 ? (at * 100) / (of.length - 1) : 0)} y={HEIGHT + TOP + 22} textAnchor="middle">{copy.monthShort(month)}</text>)}
        {LINES.map((code) => {
          const points = pointsOf(of, code);
          return (
            <g key={code} className={styles[code]}>
              <polyline points={points.map(({ x, low, high }) => `${across(x)},${down((low + high) / 2)}`).join(' ')} />
              {points.map(({ month, x, low, high }) => (low === high ? <circle key={month} cx={across(x)} cy={down(low)} r="3.5" /> : <line key={month} className={styles.bound} x1={across(x)} x2={across(x)} y1={down(low)} y2={down(high)} />))}
            </g>
          );
        })}
      </svg>
      <table className={styles.heard}>
        <thead><tr><th />{LINES.map((code) => <th key={code}>{copy.trendWords[code]}</th>)}</tr></thead>
        <tbody>{of.map(({ month, figures }) => <tr key={month}><th>{copy.month(month)}</th>{LINES.map((code) => <td key={code}>{figures.find((each) => each.code === code)?.words ?? copy.notTold}</td>)}</tr>)}</tbody>
      </table>
    </figure>
  );
}
