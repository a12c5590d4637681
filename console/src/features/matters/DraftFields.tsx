import { DeleteOutlined } from '@ant-design/icons';
import type { MatterProblemView } from '@hall/shared/api/views';
import type { MatterContent, MatterQuestion } from '@hall/shared/matter/matter-content';
import { LIMIT_UNITS, limitText, UNSAID, type LimitUnit, type MatterLimit } from '@hall/shared/matter/matter-limit';
import { Button, Input, InputNumber, Radio, Select } from 'antd';
import { mattersCopy as copy } from '../../kit/copy/matters.copy.ts';
import { Card } from '../../kit/layout/Page.tsx';
import { StateTag } from '../../kit/state/StateTag.tsx';
import styles from './Matters.module.css';
import { blankQuestion, linesOf, optionsOf, problemAt } from './matters.view.ts';

export interface PartProps {
  content: MatterContent;
  problems: readonly MatterProblemView[];
  onChange: (change: Partial<MatterContent>) => void;
}

const UNITS = (Object.keys(LIMIT_UNITS) as LimitUnit[]).map((value) => ({ value, label: LIMIT_UNITS[value] }));
const Wrong = ({ problems, path }: { problems: PartProps['problems']; path: string }) => { const message = problemAt(problems, path); return message ? <em>{message}</em> : null; };

/** What it is called, and how long it takes. */
export function Basics({ content, problems, onChange, position, onPosition }: PartProps & { position: number; onPosition: (position: number) => void }) {
  return (
    <Card>
      <div className={styles.head}><h3>{copy.basics}</h3></div>
      <div className={styles.form}>
        <div className={styles.row}>
          <label><span>{copy.name}</span><Input value={content.name} maxLength={30} onChange={(event) => onChange({ name: event.target.value })} data-testid="matter-name" /><Wrong problems={problems} path="name" /></label>
          <label className={styles.narrow}><span>{copy.position}</span><InputNumber min={0} max={999} precision={0} value={position} onChange={(value) => onPosition(value ?? 0)} /></label>
          <div className={styles.field}><span>{copy.offeredLabel}</span><Radio.Group value={content.offered} options={[{ value: true, label: copy.offered }, { value: false, label: copy.notOffered }]} onChange={(event) => onChange({ offered: event.target.value === true })} data-testid="matter-offered" /></div>
        </div>
        <label><span>{copy.summary}</span><Input.TextArea autoSize={{ minRows: 2, maxRows: 4 }} value={content.summary} maxLength={200} onChange={(event) => onChange({ summary: event.target.value })} data-testid="matter-summary" /><Wrong problems={problems} path="summary" /></label>
        {content.prefill ? <p className="muted">{copy.prefill}</p> : null}
      </div>
    </Card>
  );
}

export function Limits({ content, problems, onChange }: PartProps) {
  return (
    <Card>
      <div className={styles.head}><h3>{copy.limits}</h3></div>
      <div className={styles.form}>
        {(['statutory', 'promised'] as const).map((which) => <Limit key={which} which={which} limit={content[which]} problems={problems} onChange={(limit) => onChange({ [which]: limit })} />)}
        <div className={styles.row}>
          <label><span>{copy.minutes}：{copy.ready}</span><InputNumber min={1} max={240} precision={0} value={content.minutesReady} onChange={(value) => onChange({ minutesReady: value ?? 0 })} data-testid="matter-ready" /><Wrong problems={problems} path="minutesReady" /></label>
          <label><span>{copy.minutes}：{copy.notReady}</span><InputNumber min={1} max={240} precision={0} value={content.minutesNotReady} onChange={(value) => onChange({ minutesNotReady: value ?? 0 })} data-testid="matter-not-ready" /><Wrong problems={problems} path="minutesNotReady" /></label>
        </div>
      </div>
    </Card>
  );
}

function Limit({ which, limit, problems, onChange }: { which: 'statutory' | 'promised'; limit: MatterLimit; problems: PartProps['problems']; onChange: (limit: MatterLimit) => void }) {
  const text = limitText(limit);
  const put = (change: Partial<MatterLimit>) => onChange({ ...limit, ...change });
  return (
    <div className={styles.item}>
      <div className={styles.acts}><strong>{copy[which]}</strong>{text === UNSAID ? <StateTag tone="warn">{copy.unsaidTag}</StateTag> : <span className="muted">{copy.reads(text)}</span>}</div>
      <div className={styles.row}>
        <label><span>{copy.before}</span><Input value={limit.before} maxLength={60} onChange={(event) => put({ before: event.target.value })} /></label>
        <label className={styles.narrow}><span>{copy.amount}</span><InputNumber min={1} max={9999} precision={0} value={limit.amount} onChange={(amount) => put({ amount })} data-testid={`${which}-amount`} /></label>
        <label className={styles.narrow}><span>{copy.unit}</span><Select value={limit.unit} options={UNITS} onChange={(unit) => put({ unit })} /></label>
        <label><span>{copy.after}</span><Input value={limit.after} maxLength={60} onChange={(event) => put({ after: event.target.value })} /></label>
      </div>
      <label><span>{copy.basis}</span><Input value={limit.basis} maxLength={120} onChange={(event) => put({ basis: event.target.value })} data-testid={`${which}-basis`} /><Wrong problems={problems} path={which} /></label>
    </div>
  );
}

/** Steps, and what to mind. */
export function Lines({ content, problems, onChange }: PartProps) {
  return (
    <Card>
      <div className={styles.form}>
        {(['steps', 'notes'] as const).map((which) => (
          <label key={which}><span>{copy[which]}</span><Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} value={content[which].join('\n')} onChange={(event) => onChange({ [which]: linesOf(event.target.value) })} data-testid={`matter-${which}`} /><Wrong problems={problems} path={which} /></label>
        ))}
      </div>
    </Card>
  );
}

/** What is asked first, so that everybody sees their own list. A matter with a form asks in the form. */
export function Questions({ content, problems, onChange }: PartProps) {
  const put = (at: number, change: Partial<MatterQuestion>) => onChange({ questions: content.questions.map((each, index) => (index === at ? { ...each, ...change } : each)) });
  return (
    <Card>
      <div className={styles.head}><h3>{copy.questions}</h3><Button onClick={() => onChange({ questions: [...content.questions, blankQuestion(content.questions)] })} data-testid="add-question">{copy.addQuestion}</Button></div>
      <div className={styles.form}>
        <p className="muted">{content.questions.length === 0 ? copy.noQuestions : copy.questionsLead}</p>
        {content.questions.map((question, at) => (
          <div key={question.code} className={styles.row}>
            <label><span>{copy.questionText}</span><Input value={question.text} maxLength={40} onChange={(event) => put(at, { text: event.target.value })} data-testid={`question-${at}`} /><Wrong problems={problems} path={`questions.${at}.text`} /></label>
            <label><span>{copy.options}</span><Select mode="tags" open={false} suffixIcon={null} tokenSeparators={['、', '，', ',']} value={question.options.map(({ label }) => label)} onChange={(labels: string[]) => put(at, { options: optionsOf(labels, question.options) })} data-testid={`options-${at}`} /><Wrong problems={problems} path={`questions.${at}.options`} /></label>
            <Button icon={<DeleteOutlined />} aria-label={copy.remove} onClick={() => onChange({ questions: content.questions.filter((_, index) => index !== at) })} />
          </div>
        ))}
      </div>
    </Card>
  );
}
