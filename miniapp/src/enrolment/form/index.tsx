import { checkGroup } from '@hall/shared/enrolment/answers.rules';
import { View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { SIGN_IN_NEEDED } from '../../kit/api.ts';
import { copy as words } from '../../kit/copy/enrolment.ts';
import { back, backTo, go, replace, to } from '../../kit/navigate.ts';
import { useResource, type Resource } from '../../kit/resource.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Notice } from '../../kit/ui/card.tsx';
import { Page, Screen, Stale } from '../../kit/ui/screen.tsx';
import { Progress } from '../../kit/ui/steps.tsx';
import { FieldEditor, type EditorContext } from '../field-editor.tsx';
import { contextOf, loadDesk, type Desk } from '../load.ts';
import { SaveLine } from '../save-line.tsx';
import { useDraft } from '../use-draft.ts';
import { PAGES, TOTAL_STEPS, byPath, pageOf, pageToGoOn } from './form.view.ts';
import '../enrolment.scss';

const copy = words.form;

/** How long a page waits for its draft to reach the server before it turns, in milliseconds. */
const PATIENCE = 500;

export default function Form() {
  const { id = '', group, from } = useRouter().params;
  const desk = useResource(`desk:${id}`, () => loadDesk(id), { keep: true });
  if (desk.data === null || desk.data.application.state !== 'draft' || desk.error?.code === SIGN_IN_NEEDED) {
    return <Screen id='enrolment-form-page' of={desk} skeleton='page'>{() => <><Notice tone='info'>{copy.locked}</Notice><Button id='to-status' onTap={() => replace(to('/enrolment/status/index', { id }))}>{copy.toStatus}</Button></>}</Screen>;
  }
  return <Questions desk={desk.data} of={desk} at={group === undefined ? undefined : pageOf(group)} toReview={from === 'review'} />;
}

/** One group of questions a page. Everything typed is saved by itself; the buttons only turn the page. */
function Questions({ desk, of, at: asked, toReview }: { desk: Desk; of: Resource<Desk>; at: number | undefined; toReview: boolean }) {
  const draft = useDraft(desk.application);
  // Once, on opening: the page must not move on by itself while its questions are being answered.
  const [at] = useState(() => asked ?? pageToGoOn(draft.answers, contextOf(desk)));
  const [left, setLeft] = useState<readonly string[]>([]);
  const [turning, setTurning] = useState(false);
  const page = PAGES[at] ?? PAGES[0]!;
  const next = PAGES[at + 1];
  const problems = checkGroup(page.id, draft.answers, contextOf(desk));
  // A field is judged once the person has left it with something in it, or has asked for the next page.
  const errors = byPath(problems.filter((problem) => left.includes(problem.path.split('.')[0]!) && (problem.code !== 'FIELD_MISSING' || left.includes('*'))));
  const context: EditorContext = { answers: draft.answers, tables: desk.tables, profile: desk.profile, errors, change: draft.change, leave: (name) => setLeft((was) => (was.includes(name) ? was : [...was, name])) };

  const forward = async () => {
    const saved = draft.flush();
    if (problems.length > 0) {
      setLeft(['*', ...page.fields.map((field) => field.name)]);
      void Taro.pageScrollTo({ selector: `#field-${problems[0]!.path.split('.')[0]}`, offsetTop: -72, duration: 200 });
      return;
    }
    // The page turns once the words are safe on the server, or after a moment: a weak network holds nobody up.
    setTurning(true);
    await Promise.race([saved, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
    setTurning(false);
    if (toReview) back();
    else go(next ? to('/enrolment/form/index', { id: desk.application.id, group: next.id }) : to('/enrolment/pictures/index', { id: desk.application.id }));
  };

  const previous = () => backTo(to('/enrolment/form/index', { id: desk.application.id, group: PAGES[at - 1]?.id }));

  return (
    <Page id='enrolment-form-page' footer={<>
      <Button id='next' busy={turning} onTap={() => void forward()}>{toReview ? copy.toReview : next ? copy.next : copy.toPictures}</Button>
      {at > 0 && !toReview && <Button id='previous' kind='plain' onTap={previous}>{copy.previous}</Button>}
    </>}>
      <Progress id='progress' step={at + 1} total={TOTAL_STEPS} title={page.title} />
      <Stale of={of} />
      <SaveLine state={draft.state} />
      <View className='secondary'>{page.intro}</View>
      {page.fields.map((field) => <FieldEditor key={field.name} field={field} context={context} />)}
    </Page>
  );
}
