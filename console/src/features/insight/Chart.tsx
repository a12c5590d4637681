import type { EChartsType } from 'echarts/core';
import { useEffect, useRef } from 'react';
import styles from './Insight.module.css';
import type { ChartShape } from './charts.view.ts';

/** A drawn table: the same numbers stand beside it as one, so it is only for the eye. Drawn by a library that is fetched with the first chart. */
export function Chart({ of, label, onPick, testId }: { of: ChartShape; label: string; onPick?: (index: number) => void; testId?: string }) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);
  const pick = useRef(onPick);
  pick.current = onPick;
  const shape = useRef(of);
  shape.current = of;

  useEffect(() => {
    let gone = false;
    let watch: ResizeObserver | null = null;
    void import('./drawing.ts').then(({ draw, optionOf }) => {
      if (gone || !box.current) return;
      const drawn = draw(box.current);
      chart.current = drawn;
      drawn.setOption(optionOf(shape.current));
      drawn.on('click', ({ dataIndex }) => pick.current?.(dataIndex));
      watch = new ResizeObserver(() => drawn.resize());
      watch.observe(box.current);
    });
    return () => { gone = true; watch?.disconnect(); chart.current?.dispose(); chart.current = null; };
  }, []);
  useEffect(() => { if (chart.current) void import('./drawing.ts').then(({ optionOf }) => chart.current?.setOption(optionOf(of), true)); }, [of]);
  return <div ref={box} className={styles.chart} role="img" aria-label={label} data-testid={testId} />;
}
