import type { CommitmentDraftInput, StaffCommitmentView } from '@hall/shared/api/views';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Input, Select } from 'antd';
import { SHIPPED_COMMITMENTS } from '@hall/shared/commitment/shipped-commitments';
import { checkCommitmentRule } from '@hall/shared/commitment/commitment.rules';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { api } from '../../kit/api/api.ts';
import { sentenceOfStep } from '../../kit/api/problem.ts';
import { commitmentsCopy as copy } from '../../kit/copy/commitments.copy.ts';
import { useKept } from '../../kit/draft/use-kept.ts';
import { Card, Page } from '../../kit/layout/Page.tsx';
import { Loaded } from '../../kit/state/Loaded.tsx';
import styles from './Commitments.module.css';
import { changedElsewhere, draftOf, saidBy, sentenceOf, type Typed } from './compose.view.ts';
import { DryRun } from './DryRun.tsx';
import { HolderField } from './HolderField.tsx';
import { RuleBuilder } from './RuleBuilder.tsx';

const [FIRST] = SHIPPED_COMMITMENTS;

/** Composes a promise as a sentence; another wording of one that stands begins as what it says now. */
export function ComposePage() {
  const { id } = useParams();
  const query = useQuery({ queryKey: ['commitments', id], queryFn: () => api.get<StaffCommitmentView>(`/staff/commitments/${id}`), enabled: id !== undefined });
  if (id === undefined) return <Compose before={null} from={draftOf(FIRST!)} />;
  return <Loaded query={query}>{(of) => <Compose before={of} from={saidBy(of)} />}</Loaded>;
}

function Compose({ before, from }: { before: StaffCommitmentView | null; from: CommitmentDraftInput }) {
  const go = useNavigate();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [typed, setTyped, forget] = useKept<Typed | null>(`commitment-typed-${before?.id ?? 'new'}`, null);
  const input = typed?.input ?? from;
  // Saved on top of what it was begun from: what a colleague wrote meanwhile is never overwritten unseen.
  const base = typed ? typed.base : before?.version ?? null;
  const setInput = (next: CommitmentDraftInput) => setTyped({ input: next, base });
  const [shipped, setShipped] = useState<string | null>(null);
  const verdict = checkCommitmentRule(input.rule);
  const save = useMutation({
    mutationFn: () => (before ? api.put<StaffCommitmentView>(`/staff/commitments/${before.id}`, { ...input, version: base }) : api.create<StaffCommitmentView>('/staff/commitments', input)),
    onSuccess: (view) => { forget(); void message.success(copy.saved); void client.invalidateQueries({ queryKey: ['commitments'] }); void go(`/commitments/${view.id}`); },
    onError: (error) => { void message.error(sentenceOfStep(error)); if (before) void client.invalidateQueries({ queryKey: ['commitments', before.id] }); },
  });
  const take = (code: string) => {
    setShipped(code);
    setInput({ ...draftOf(SHIPPED_COMMITMENTS.find((each) => each.code === code)!), holderKind: input.holderKind, holderId: input.holderId });
  };
  const holderMissing = input.holderKind !== 'hall' && input.holderId === null;
  return (
    <Page title={before ? copy.redraftTitle : copy.composeTitle} lead={<Link to={before ? `/commitments/${before.id}` : '/commitments'}>{copy.back}</Link>} testId="compose"
      action={<Button type="primary" size="large" disabled={!verdict.ok || holderMissing || input.wording.trim().length < 4} loading={save.isPending} onClick={() => save.mutate()} data-testid="compose-save">{copy.save}</Button>}>
      {before && changedElsewhere(typed, before) ? (
        <Alert type="warning" showIcon title={copy.theirs} description={copy.theirsSays(before.wording, sentenceOf(before.rule))} data-testid="compose-theirs"
          action={<><Button size="small" onClick={forget} data-testid="compose-take-theirs">{copy.takeTheirs}</Button> <Button size="small" onClick={() => setTyped({ input, base: before.version })} data-testid="compose-keep-mine">{copy.keepMine}</Button></>} />
      ) : null}
      <div className={styles.two}>
        <Card>
          <div className={styles.form}>
            {before ? null : <label><span>{copy.startFrom}</span><Select value={shipped} placeholder={copy.startHint} onChange={take} options={SHIPPED_COMMITMENTS.map(({ code, wording }) => ({ value: code, label: wording }))} data-testid="compose-shipped" /></label>}
            <RuleBuilder rule={input.rule} onChange={(rule) => setInput({ ...input, rule })} />
            {verdict.ok ? null : <p className={styles.broken} role="alert">{verdict.message}</p>}
            <HolderField kind={input.holderKind} id={input.holderId} locked={before !== null && before.state !== 'draft'} onChange={(holderKind, holderId) => setInput({ ...input, holderKind, holderId })} />
            <label><span>{copy.wording}</span><Input maxLength={120} placeholder={copy.wordingHint} value={input.wording} onChange={(event) => setInput({ ...input, wording: event.target.value })} data-testid="compose-wording" /></label>
            <label><span>{copy.basis}</span><Input maxLength={200} placeholder={copy.basisHint} value={input.basis} onChange={(event) => setInput({ ...input, basis: event.target.value })} data-testid="compose-basis" /></label>
          </div>
        </Card>
        <DryRun rule={input.rule} ready={verdict.ok} />
      </div>
    </Page>
  );
}
