import type { AppraisalFigureView, StaffAppraisalView } from '@hall/shared/api/views';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { api } from '../../kit/api/api.ts';
import { dayWords } from '../../kit/clock.ts';
import { appraisalsCopy as copy } from '../../kit/copy/appraisals.copy.ts';
import { Card, Page } from '../../kit/layout/Page.tsx';
import { Loaded } from '../../kit/state/Loaded.tsx';
import { StateTag } from '../../kit/state/StateTag.tsx';
import { answersText, stateOf, toneOf, widthsOf } from './appraisals.view.ts';
import { Rectification } from './Rectification.tsx';
import styles from './Appraisals.module.css';

const OFTEN_MS = 60_000;

/** One appraisal: what was fixed at its opening, how it goes, what came of it. While people answer there is nothing to be seen of it but how many. */
export function AppraisalPage() {
  const { id = '' } = useParams();
  const query = useQuery({ queryKey: ['appraisal', id], queryFn: () => api.get<StaffAppraisalView>(`/staff/appraisals/${id}`), refetchInterval: OFTEN_MS });
  return (
    <Loaded query={query} lines={10}>
      {(of) => (
        <Page title={`${of.departmentName} ${copy.title}`} lead={<><Link to="/appraisals">{copy.back}</Link> · {copy.openedBy(of.openedByName, dayWords(of.openedOn))}</>} testId="appraisal" action={<StateTag tone={toneOf(of)} testId="appraisal-state">{stateOf(of)}</StateTag>}>
          <Card testId="appraisal-facts"><Facts of={of} /></Card>
          <Card testId="appraisal-progress">
            <h2>{copy.progressTitle} {answersText(of)}</h2>
            <p className="muted">{of.state === 'opened' || of.state === 'asking' ? copy.sealed : of.sentence}</p>
          </Card>
          {of.figures.length > 0 ? <Card testId="appraisal-result"><h2>{copy.result}</h2>{of.figures.map((figure) => <Figure key={figure.question} of={figure} />)}</Card> : null}
          {of.rectification ? <Card testId="appraisal-rectification"><Rectification of={of} owed={of.rectification} /></Card> : null}
        </Page>
      )}
    </Loaded>
  );
}

function Facts({ of }: { of: StaffAppraisalView }) {
  const facts: [string, string][] = [
    [copy.facts.questions, of.questions.map(({ title }) => title).join('、')], [copy.facts.days, copy.span(dayWords(of.openedOn), dayWords(of.closesOn))], [copy.facts.people, copy.people(of.population)],
    [copy.facts.invited, of.invited === null ? copy.notYet : copy.people(of.invited)], ...(of.ownerName === null ? [] : [[copy.facts.owner, of.ownerName] as [string, string]]), [copy.facts.code, of.code],
  ];
  return <dl className={styles.facts}>{facts.map(([label, value]) => <div key={label} style={{ display: 'contents' }}><dt>{label}</dt><dd>{value}</dd></div>)}</dl>;
}

function Figure({ of }: { of: AppraisalFigureView }) {
  const widths = widthsOf(of);
  return (
    <div className={styles.figure}>
      <span className={styles.bar}><strong>{of.title}</strong><span className="muted">{of.good === null ? copy.few : copy.good(of.good)}</span></span>
      {of.bands.map(({ from, to, label, count }, at) => (
        <div key={from} className={styles.band}><span>{label}</span><span className={styles.track}><span className={`${styles.fill} ${to <= 2 ? styles.low : ''}`} style={{ width: `${widths[at]!}%` }} /></span><span className={styles.count}>{copy.people(count)}</span></div>
      ))}
    </div>
  );
}
