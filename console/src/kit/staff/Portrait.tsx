import type { StaffMeView } from '@hall/shared/api/views';
import { useQuery } from '@tanstack/react-query';
import type { CSSProperties } from 'react';
import { initialOf } from './portrait.view.ts';
import styles from './portrait.module.css';

/** The link to a picture is good for two minutes only, so the picture itself is kept for as long as the clerk works here. */
async function held(url: string): Promise<string> {
  const answer = await fetch(url, { credentials: 'omit' });
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  return URL.createObjectURL(await answer.blob());
}

/** A clerk's face; the first character of the name when there is no picture or it cannot be had. */
export function Portrait({ person, size }: { person: Pick<StaffMeView, 'id' | 'name' | 'photoUrl'>; size: number }) {
  const { photoUrl } = person;
  const picture = useQuery({ queryKey: ['portrait', person.id], queryFn: () => held(photoUrl ?? ''), enabled: photoUrl !== null, staleTime: Infinity, gcTime: Infinity, retry: false });
  const place = { '--size': `${size}px` } as CSSProperties;
  return picture.data
    ? <img className={styles.face} style={place} src={picture.data} alt="" data-testid="portrait" />
    : <span className={`${styles.face} ${styles.initial}`} style={place} aria-hidden="true" data-testid="portrait-initial">{initialOf(person.name)}</span>;
}
