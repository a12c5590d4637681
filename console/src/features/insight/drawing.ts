import { colour, fontFamily } from '@hall/shared/design/tokens';
import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import type { EChartsCoreOption, EChartsType } from 'echarts/core';
import { init, use as register } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { ChartShape } from './charts.view.ts';

register([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

export const draw = (box: HTMLElement): EChartsType => init(box, null, { renderer: 'svg' });

const COLOURS = [colour.info, colour.ok, colour.sun, colour.accent, colour['ink-3']];

/** The library's words for a chart of ours. Lines differ by their stroke as well as by colour. */
export function optionOf({ labels, series, units, most }: ChartShape): EChartsCoreOption {
  const quiet = { axisLine: { lineStyle: { color: colour['line-strong'] } }, axisLabel: { color: colour['ink-2'] }, splitLine: { lineStyle: { color: colour.line } } };
  return {
    textStyle: { fontFamily }, color: COLOURS, animation: false, grid: { left: 48, right: units.length > 1 ? 48 : 16, top: 40, bottom: 32 }, legend: { top: 0, textStyle: { color: colour['ink-2'] } }, tooltip: { trigger: 'axis' },
    xAxis: { type: 'category', data: labels, ...quiet }, yAxis: units.map((name, at) => ({ type: 'value', name, minInterval: 1, ...(most[at] === undefined ? {} : { max: most[at] }), ...quiet, splitLine: { show: at === 0, lineStyle: { color: colour.line } } })),
    series: series.map(({ name, values, kind, axis, stack }, at) => ({ name, type: kind, data: values, yAxisIndex: axis, barMaxWidth: 36, connectNulls: false, ...(stack ? { stack } : {}), ...(kind === 'line' ? { lineStyle: { type: at % 2 === 0 ? 'solid' : 'dashed', width: 2 }, symbol: at % 2 === 0 ? 'circle' : 'rect', symbolSize: 7 } : {}) })),
  };
}
