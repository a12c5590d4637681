import type { PolicyContentView } from '@hall/shared/api/views';
import { policyCopy as copy } from '../../kit/copy/policy.copy.ts';
import { Card } from '../../kit/layout/Page.tsx';
import styles from './Policy.module.css';

/** One profile as tables a person can check against the paper it comes from. */
export function PolicyTables({ content }: { content: PolicyContentView }) {
  const { yearSupplement: extra } = content;
  return (
    <div className={styles.tables} data-testid="policy-tables">
      <Card testId="policy-tiers">
        <h3>{copy.tiers}</h3>
        <div className={styles.scroll}>
          <table className={styles.table}>
            <thead><tr><th>{copy.tierColumns.yuan}</th><th>{copy.tierColumns.subsidyYuan}</th></tr></thead>
            <tbody>{content.tiers.map((tier) => <tr key={tier.yuan}><td>{tier.yuan}</td><td>{tier.subsidyYuan}</td></tr>)}</tbody>
          </table>
        </div>
      </Card>
      <div className={styles.column}>
        <Card testId="policy-rules">
          <h3>{copy.rules}</h3>
          <dl className={styles.facts}>
            <dt>{copy.fields['basePensionMonthly']}</dt><dd>{copy.monthly(content.basePensionMonthly)}</dd>
            <dt>{copy.fields['divisor']}</dt><dd>{copy.divisorText(content.divisor)}</dd>
            <dt>{copy.fields['fullYears']}</dt><dd>{copy.years(content.fullYears)}</dd>
            <dt>{copy.supplement.label}</dt><dd>{copy.supplement.text(extra.from, extra.upTo, extra.monthlyPerYear, extra.monthlyPerYearBeyond, extra.beyond === 'all-years')}</dd>
          </dl>
          <h3>{copy.tilts}</h3>
          {content.ageTilts.length === 0 ? <p className="muted">{copy.noTilts}</p> : (
            <table className={styles.table}>
              <thead><tr><th>{copy.tiltColumns.fromAge}</th><th>{copy.tiltColumns.monthlyYuan}</th></tr></thead>
              <tbody>{content.ageTilts.map((tilt) => <tr key={tilt.fromAge}><td>{tilt.fromAge}</td><td>{tilt.monthlyYuan}</td></tr>)}</tbody>
            </table>
          )}
        </Card>
        <Card testId="policy-groups">
          <h3>{copy.groups}</h3>
          {content.specialGroups.length === 0 ? <p className="muted">{copy.noGroups}</p> : (
            <table className={`${styles.table} ${styles.words}`}>
              <thead><tr><th>{copy.groupColumns.label}</th><th>{copy.groupColumns.governmentPaysYuan}</th><th>{copy.groupColumns.note}</th></tr></thead>
              <tbody>{content.specialGroups.map((group) => <tr key={group.code}><td>{group.label}</td><td>{group.governmentPaysYuan}</td><td>{group.note}</td></tr>)}</tbody>
            </table>
          )}
        </Card>
      </div>
    </div>
  );
}
