import { Button, Input } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { useEffect, useRef, useState } from 'react';
import { reviewCopy as copy } from '../../kit/copy/review.copy.ts';
import { Key } from '../../kit/keys/Key.tsx';
import { useKeys } from '../../kit/keys/use-keys.ts';
import type { DraftMark, Item } from './marks.view.ts';
import { isWhole, templatesFor } from './marks.view.ts';
import { useReasons } from './review.api.ts';
import styles from './Review.module.css';

const LONGEST = 200;

/** Why this item must change: a template by one digit, its sentence ready to be kept or refined. */
export function MarkEditor({ item, mark, onKeep, onCancel }: { item: Item; mark: DraftMark | null; onKeep: (mark: DraftMark) => void; onCancel: () => void }) {
  const templates = templatesFor(useReasons().data ?? [], item.kind);
  const [code, setCode] = useState(mark?.reasonCode ?? '');
  const [sentence, setSentence] = useState(mark?.sentence ?? '');
  const words = useRef<TextAreaRef>(null);
  const place = useRef<HTMLElement>(null);
  // The keys belong to the editor now, not to the button that was pressed last.
  useEffect(() => place.current?.focus(), []);
  const whole = code !== '' && isWhole(sentence);
  const choose = (at: number) => {
    const template = templates[at];
    if (!template) return;
    setCode(template.code);
    setSentence(template.sentence);
    // An open-ended template is meant to be finished by hand.
    if (!isWhole(template.sentence)) words.current?.focus({ cursor: 'end' });
  };
  const keep = () => { if (whole) onKeep({ target: item.target, reasonCode: code, sentence: sentence.trim() }); };
  useKeys({ ...Object.fromEntries(templates.map((_, at) => [String(at + 1), () => choose(at)])), enter: keep, escape: onCancel });

  return (
    <section ref={place} tabIndex={-1} className={styles.editor} data-testid="mark-editor">
      <h2>{copy.markTitle(item.label)}</h2>
      <div className={styles.templates}>
        {templates.map((template, at) => (
          <button key={template.code} type="button" aria-pressed={template.code === code} className={template.code === code ? styles.picked : ''} onClick={() => choose(at)} data-testid={`reason-${template.code}`}><Key of={String(at + 1)} />{template.label}</button>
        ))}
      </div>
      <label>
        <span>{copy.sentence}</span>
        <Input.TextArea ref={words} rows={4} maxLength={LONGEST} showCount value={sentence} onChange={(event) => setSentence(event.target.value)} onPressEnter={(event) => { if (!event.shiftKey && !event.nativeEvent.isComposing) { event.preventDefault(); keep(); } }} placeholder={copy.sentenceHint} data-testid="mark-sentence" />
      </label>
      <div className={styles.choice}>
        <Button type="primary" disabled={!whole} onClick={keep} data-testid="mark-keep">{copy.keep}<Key of="Enter" /></Button>
        <Button onClick={onCancel} data-testid="mark-cancel">{copy.cancel}<Key of="Esc" /></Button>
      </div>
    </section>
  );
}
