import type { ApplicationView } from '@hall/shared/api/views';
import { checkAnswers } from '@hall/shared/enrolment/answers.rules';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { SIGN_IN_NEEDED, post } from '../../kit/api.ts';
import { copy as words } from '../../kit/copy/enrolment.ts';
import { useIntent } from '../../kit/intent.ts';
import { go, replace, to } from '../../kit/navigate.ts';
import { useResource, type Resource } from '../../kit/resource.ts';
import { withThumbnails } from '../../kit/thumbnails.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Card, Notice, Row } from '../../kit/ui/card.tsx';
import { Page, Screen, Stale, Trouble } from '../../kit/ui/screen.tsx';
import { FieldEditor } from '../field-editor.tsx';
import { byPath } from '../form/form.view.ts';
import { contextOf, loadDesk, type Desk } from '../load.ts';
import { MaterialCard } from '../material-card.tsx';
import { pictureIdsOf } from '../pictures/pictures.view.ts';
import { Mark } from '../mark.tsx';
import { SaveLine } from '../save-line.tsx';
import { useDraft } from '../use-draft.ts';
import { fixItems, leftToFix } from './fix.view.ts';
import '../enrolment.scss';
import './index.scss';

const copy = words.fix;

export default function Fix() {
  const { id = '' } = useRouter().params;
  const desk = useResource(`fix:${id}`, () => loadDesk(id).then((it) => withThumbnails(it, pictureIdsOf(it.application))), { keep: true });
  if (desk.data === null || desk.data.application.state !== 'returned' || desk.error?.code === SIGN_IN_NEEDED) {
    return <Screen id='enrolment-fix-page' of={desk} skeleton='page'>{() => <><Notice tone='ok'>{copy.notReturned}</Notice><Button id='to-status' onTap={() => replace(to('/enrolment/status/index', { id }))}>{words.form.toStatus}</Button></>}</Screen>;
  }
  return <Marked desk={desk.data} of={desk} />;
}

/** Straight on what must be mended, the clerk's sentence beside each; everything else is there to read, and locked. */
function Marked({ desk, of }: { desk: Desk; of: Resource<Desk> }) {
  const { tables, profile } = desk;
  const draft = useDraft(desk.application);
  const { application } = draft;
  const took = (newer: ApplicationView) => of.put({ ...desk, application: newer });
  const [left, setLeft] = useState<readonly string[]>([]);
  const errors = byPath(checkAnswers(draft.answers, contextOf(desk)).filter((problem) => left.includes(problem.path.split('.')[0]!)));
  const submit = useIntent(async (key) => {
    if (!(await draft.flush())) return;
    await post<ApplicationView>(`/resident/applications/${application.id}/submit`, { version: draft.version() }, { key });
    replace(to('/enrolment/status/index', { id: application.id }));
  });
  const items = fixItems(application);
  const rest = leftToFix(application);
  return (
    <Page id='enrolment-fix-page' footer={<>
      <View id='fix-left' className={rest > 0 ? 'secondary centred' : 'fix-done centred'}>{rest > 0 ? copy.left(rest) : copy.allDone}</View>
      <Button id='submit' busy={submit.busy} disabled={rest > 0} onTap={() => void submit.run()}>{copy.submit}</Button>
    </>}>
      <Stale of={of} />
      <View className='display'>{copy.title(application.marks.length)}</View>
      <View className='secondary'>{copy.intro}</View>
      <SaveLine state={draft.state} />
      {items.map((item) => item.kind === 'field' ? (
        <Card key={item.key} id={`fix-${item.field.name}`}>
          <Mark sentence={item.sentence} fixed={item.fixed} />
          <FieldEditor field={item.field} context={{ answers: draft.answers, tables, profile, errors, change: draft.change, leave: (name) => setLeft((was) => [...was, name]) }} />
        </Card>
      ) : (
        <MaterialCard key={item.key} application={application} material={item.material} put={took} mark={{ sentence: item.sentence, fixed: item.fixed }} />
      ))}
      <Trouble error={submit.error} />
      <Card className='card--rows'>
        {application.noticeNumber && <Row id='go-notice' icon='file-text' title={copy.notice} detail={application.noticeNumber} onTap={() => go(to('/enrolment/notice/index', { id: application.id }))} />}
        <Row id='show-locked' icon='lock' title={copy.lockedHeading} detail={copy.lockedDetail} onTap={() => go(to('/enrolment/paper/index', { id: application.id }))} />
      </Card>
    </Page>
  );
}
