import type { StaffActivityView } from '@hall/shared/api/views';
import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { Link, useParams } from 'react-router';
import { api } from '../../kit/api/api.ts';
import { momentText } from '../../kit/clock.ts';
import { activitiesCopy as copy } from '../../kit/copy/activities.copy.ts';
import { Card, Page } from '../../kit/layout/Page.tsx';
import { useMay } from '../../kit/session/use-me.ts';
import { Loaded } from '../../kit/state/Loaded.tsx';
import { StateTag } from '../../kit/state/StateTag.tsx';
import { satisfactionText, spanText, toneOf } from './activities.view.ts';
import { ActivityActs } from './ActivityActs.tsx';
import styles from './Activities.module.css';
import { DoorCode } from './DoorCode.tsx';
import { DoorTable } from './DoorTable.tsx';

/** One activity: its plan, and its door. */
export function ActivityPage() {
  const { id = '' } = useParams();
  const mayEdit = useMay('activity.edit');
  const query = useQuery({ queryKey: ['activity', id], queryFn: () => api.get<StaffActivityView>(`/staff/activities/${id}`) });
  return (
    <Loaded query={query} lines={10}>
      {(of) => {
        const facts: [string, string][] = [
          [copy.facts.time, spanText(of)], [copy.facts.place, of.place], [copy.facts.closes, momentText(of.signUpClosesAt)], [copy.facts.places, `${copy.places(of.signedUp, of.capacity)}，${copy.freePlaces(of.free, of.waiting)}`],
          ...(of.state === 'held' || of.state === 'closed' ? [[copy.facts.attended, copy.people(of.attended)], [copy.facts.rating, satisfactionText(of.satisfaction)]] as [string, string][] : []),
        ];
        return (
          <Page title={of.title} lead={<><Link to="/activities">{copy.back}</Link> · {copy.by(of.createdByName)}</>} testId="activity" action={<span className={styles.bar}><StateTag tone={toneOf(of)} testId="activity-state">{of.stateLabel}</StateTag>{mayEdit ? <ActivityActs of={of} /> : null}</span>}>
            {of.cancelReason ? <Alert type="warning" showIcon title={of.cancelReason} /> : null}
            <div className={styles.one}>
              <div className={styles.column}>
                <Card>
                  {of.pictureUrl ? <img className={styles.picture} src={of.pictureUrl} alt="" /> : null}
                  <dl className={styles.facts}>{facts.map(([label, value]) => <div key={label} style={{ display: 'contents' }}><dt>{label}</dt><dd>{value}</dd></div>)}</dl>
                  <p className={styles.words}>{of.words}</p>
                </Card>
                {of.state === 'draft' ? null : <Card testId="door"><DoorTable of={of} /></Card>}
              </div>
              {of.doorOpen ? <Card testId="door-code"><DoorCode of={of} /></Card> : null}
            </div>
          </Page>
        );
      }}
    </Loaded>
  );
}
