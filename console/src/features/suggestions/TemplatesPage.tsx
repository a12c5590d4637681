import { SnippetsOutlined } from '@ant-design/icons';
import type { SuggestionTemplateList, SuggestionTemplateView } from '@hall/shared/api/views';
import { SUGGESTION_TOPICS } from '@hall/shared/suggestion/suggestion.rules';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { TableColumnsType } from 'antd';
import { App, Button, Popconfirm, Table } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api } from '../../kit/api/api.ts';
import { sentenceOf } from '../../kit/api/problem.ts';
import { templatesCopy as copy } from '../../kit/copy/suggestion-rooms.copy.ts';
import { suggestionsCopy } from '../../kit/copy/suggestions.copy.ts';
import { Page } from '../../kit/layout/Page.tsx';
import { useMay } from '../../kit/session/use-me.ts';
import { Blank } from '../../kit/state/Blank.tsx';
import { Loaded } from '../../kit/state/Loaded.tsx';
import styles from './Rooms.module.css';
import { TEMPLATES_KEY, useTemplates } from './suggestions.api.ts';
import { TemplateDialog } from './TemplateDialog.tsx';

/** Words that answers often begin with. Everybody who answers reads them; who may publish keeps them. */
export function TemplatesPage() {
  const client = useQueryClient();
  const { message } = App.useApp();
  const query = useTemplates();
  const mayKeep = useMay('suggestion.publish');
  const [edited, setEdited] = useState<SuggestionTemplateView | 'new' | null>(null);
  const retire = useMutation({
    mutationFn: (template: SuggestionTemplateView) => api.remove<SuggestionTemplateList>(`/staff/suggestion-templates/${template.id}`),
    onSuccess: (list) => { client.setQueryData(TEMPLATES_KEY, list); void message.success(copy.retired); },
    onError: (error) => void message.error(sentenceOf(error)),
  });
  const columns: TableColumnsType<SuggestionTemplateView> = [
    { key: 'title', title: copy.columns.title, width: 180, dataIndex: 'title' },
    { key: 'topic', title: copy.columns.topic, width: 120, render: (_, { topic }) => SUGGESTION_TOPICS.find(({ code }) => code === topic)?.label ?? copy.allTopics },
    { key: 'text', title: copy.columns.text, render: (_, { text }) => <p className={styles.template}>{text}</p> },
    ...(mayKeep ? [{ key: 'acts', title: copy.columns.acts, width: 140, render: (_: unknown, template: SuggestionTemplateView) => (
      <span className={styles.acts}>
        <Button size="small" onClick={() => setEdited(template)} data-testid={`template-edit-${template.id}`}>{copy.edit}</Button>
        <Popconfirm title={copy.retireAsk} okText={copy.yes} cancelText={copy.no} onConfirm={() => retire.mutate(template)}><Button size="small" data-testid={`template-retire-${template.id}`}>{copy.retire}</Button></Popconfirm>
      </span>
    ) }] : []),
  ];
  return (
    <Page title={copy.title} lead={copy.lead} testId="templates" action={<span className={styles.doors}><Link to="/suggestions">{suggestionsCopy.back}</Link>{mayKeep ? <Button type="primary" size="large" onClick={() => setEdited('new')} data-testid="template-add">{copy.add}</Button> : null}</span>}>
      <Loaded query={query}>
        {({ items }) => (items.length === 0 ? <Blank icon={<SnippetsOutlined />} title={copy.emptyTitle} body={copy.emptyBody} testId="templates-empty" /> : <Table<SuggestionTemplateView> rowKey="id" size="middle" columns={columns} dataSource={items} pagination={false} />)}
      </Loaded>
      {edited ? <TemplateDialog template={edited === 'new' ? null : edited} onClose={() => setEdited(null)} onSaved={(list) => { client.setQueryData(TEMPLATES_KEY, list); setEdited(null); void message.success(copy.saved); }} /> : null}
    </Page>
  );
}
