import { ColorType, LineSeries, createChart, type IChartApi, type ISeriesApi, type UTCTimestamp } from 'lightweight-charts';
import { useEffect, useRef } from 'react';

export interface Line {
  name: string;
  color: string;
  /** At an instant (ISO 8601), or at the number of a bar. */
  points: { at: string | number; value: number | null }[];
  levels?: { value: number; color: string; title: string }[];
  pane?: number;
}

/** Lines over time (UTC) or over bars, one or more panes. Points without a value leave a gap. */
export function Chart({ lines, height = 260, label }: { lines: Line[]; height?: number; label: string }) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<IChartApi>(undefined);
  const series = useRef<ISeriesApi<'Line'>[]>([]);
  const byBar = typeof lines[0]?.points[0]?.at === 'number';
  const shape = `${byBar}:${lines.map((line) => `${line.name}/${line.color}/${line.pane ?? 0}`).join('|')}`;

  useEffect(() => {
    if (!box.current) return;
    const style = getComputedStyle(document.documentElement);
    const colour = (name: string) => style.getPropertyValue(name).trim();
    const created = createChart(box.current, {
      autoSize: true,
      layout: { background: { type: ColorType.Solid, color: 'transparent' }, textColor: colour('--quiet'), attributionLogo: false },
      grid: { vertLines: { color: colour('--line') }, horzLines: { color: colour('--line') } },
      rightPriceScale: { borderColor: colour('--line') },
      timeScale: { borderColor: colour('--line'), rightOffset: 2, ...(byBar ? { tickMarkFormatter: barNumber } : {}) },
      localization: { priceFormatter: axisNumber, ...(byBar ? { timeFormatter: barNumber } : {}) },
    });
    series.current = lines.map((line) => {
      const added = created.addSeries(LineSeries, { color: line.color, lineWidth: 2, title: lines.length > 1 ? line.name : '', priceLineVisible: false }, line.pane ?? 0);
      line.levels?.forEach((level) => added.createPriceLine({ price: level.value, color: level.color, title: level.title, lineWidth: 1, lineStyle: 2, axisLabelVisible: false }));
      return added;
    });
    chart.current = created;
    return () => created.remove();
    // The chart is rebuilt when its lines change, not when their points do.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [shape]);

  useEffect(() => {
    lines.forEach((line, index) => {
      const points = line.points.map((point) => ({ time: seconds(point.at), value: point.value ?? undefined }));
      series.current[index]?.setData(points as { time: UTCTimestamp; value: number }[]);
    });
    chart.current?.timeScale().fitContent();
  }, [lines, shape]);

  return <div ref={box} className="chart" style={{ height }} role="img" aria-label={label} />;
}

// The chart's axis counts seconds; a bar's number stands in for them.
function seconds(at: string | number): UTCTimestamp {
  return (typeof at === 'number' ? at : Date.parse(at) / 1000) as UTCTimestamp;
}

// Thousands apart; decimals only where they tell something.
function axisNumber(value: number): string {
  const size = Math.abs(value);
  return value.toLocaleString('en-US', { maximumFractionDigits: size >= 10_000 ? 0 : size >= 10 ? 2 : 4 });
}

function barNumber(bar: unknown): string {
  return `bar ${String(bar)}`;
}
