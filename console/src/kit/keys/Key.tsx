import styles from './Key.module.css';

/** The key printed on its button. */
export function Key({ of }: { of: string }) {
  return <kbd className={styles.key}>{of}</kbd>;
}
