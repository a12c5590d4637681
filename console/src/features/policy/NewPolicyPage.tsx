import type { PolicyPreviewView, PolicyProfileDetailView, PolicyProfileList } from '@hall/shared/api/views';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { api } from '../../kit/api/api.ts';
import { Refusal, sentenceOf } from '../../kit/api/problem.ts';
import { policyCopy as copy } from '../../kit/copy/policy.copy.ts';
import { Card, Page } from '../../kit/layout/Page.tsx';
import { FileButton } from '../../kit/sheet/FileButton.tsx';
import { Grid } from '../../kit/sheet/Grid.tsx';
import type { FileContent } from '../../kit/sheet/read-file.ts';
import { Blank } from '../../kit/state/Blank.tsx';
import { Loaded } from '../../kit/state/Loaded.tsx';
import { Basics, PensionRules } from './PolicyFields.tsx';
import { POLICY_KEY, previewPolicy, savePolicy } from './policy.api.ts';
import type { Draft, Section } from './policy.view.ts';
import { columnsOf, draftOfFile, nextDraft, placed, SECTIONS, withoutBlankRows, withoutHead } from './policy.view.ts';
import styles from './Policy.module.css';
import { PreviewDialog } from './PreviewDialog.tsx';

/** A new version of the policy: begun from the newest one there is, looked at, then saved for good. */
export function NewPolicyPage() {
  const [params] = useSearchParams();
  const from = params.get('from');
  const basis = useQuery({ queryKey: [...POLICY_KEY, 'basis', from], refetchOnWindowFocus: false, gcTime: 0, queryFn: async () => {
    const { items } = await api.get<PolicyProfileList>('/staff/policy-profiles');
    const newest = items.find(({ id }) => id === from) ?? items.find(({ example }) => !example) ?? items[0];
    return newest ? api.get<PolicyProfileDetailView>(`/staff/policy-profiles/${encodeURIComponent(newest.id)}`) : null;
  } });
  return <Loaded query={basis} lines={12}>{(detail) => (detail ? <Editor start={nextDraft(detail.content)} /> : <Blank title={copy.emptyTitle} body={copy.emptyBody} />)}</Loaded>;
}

function Editor({ start }: { start: Draft }) {
  const go = useNavigate();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [draft, setDraft] = useState(start);
  const [preview, setPreview] = useState<PolicyPreviewView | null>(null);
  const [open, setOpen] = useState(false);
  const at = placed(preview?.problems ?? []);
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const fill = (section: Section, rows: string[][]) => change({ tables: { ...draft.tables, [section]: rows } });
  const look = useMutation({
    mutationFn: previewPolicy,
    onSuccess: (seen) => { setPreview(seen); setOpen(seen.loadable); if (!seen.loadable) window.scrollTo({ top: 0 }); },
    onError: (error) => void message.error(sentenceOf(error)),
  });
  const save = useMutation({
    mutationFn: () => savePolicy(draft),
    onSuccess: async (saved) => {
      await client.invalidateQueries({ queryKey: POLICY_KEY });
      void message.success(copy.saved(saved.name));
      void go(`/policy?profile=${encodeURIComponent(saved.id)}`);
    },
    onError: (error) => {
      setOpen(false);
      if (error instanceof Refusal && error.fields.length > 0) setPreview({ loadable: false, problems: error.fields, advice: [], timeline: [] });
      void message.error(sentenceOf(error));
    },
  });
  const tryIt = () => { const clean = withoutBlankRows(draft); setDraft(clean); look.mutate(clean); };
  const takeFile = (content: FileContent) => {
    const read = draftOfFile(content, draft);
    if (!read) return void message.error(copy.notRecognised, 8);
    setDraft(read);
    setPreview(null);
    return void message.success(copy.read);
  };
  return (
    <Page title={copy.newTitle} lead={copy.newLead} testId="policy-editor" action={(
      <><Link to="/policy">{copy.back}</Link><Button type="primary" size="large" loading={look.isPending} onClick={tryIt} data-testid="policy-look">{copy.look}</Button></>
    )}>
      {preview && !preview.loadable ? <Alert type="error" showIcon title={copy.mend(preview.problems.length)} description={at.elsewhere.length > 0 ? at.elsewhere.map((each) => <p key={each}>{each}</p>) : undefined} data-testid="policy-problems" /> : null}
      <div className={styles.fileLine}><FileButton onRead={takeFile} testId="policy-file" /><span className="muted">{copy.fileHint}</span></div>
      <Card><h3>{copy.basics}</h3><Basics draft={draft} problems={at.fields} onChange={change} /></Card>
      {SECTIONS.map((section) => (
        <Card key={section}>
          <h3>{copy[section]}</h3>
          <Grid columns={columnsOf(section)} rows={draft.tables[section]} problems={at.tables[section]} onChange={(rows) => fill(section, rows)} tidy={(cells) => withoutHead(section, cells)} testId={`policy-${section}`} />
        </Card>
      ))}
      <Card><h3>{copy.rules}</h3><PensionRules draft={draft} problems={at.fields} onChange={change} /></Card>
      {open && preview ? <PreviewDialog preview={preview} draft={draft} saving={save.isPending} onSave={() => save.mutate()} onClose={() => setOpen(false)} /> : null}
    </Page>
  );
}
