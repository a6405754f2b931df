import { ColorType, LineSeries, createChart, type IChartApi, type ISeriesApi, type UTCTimestamp } from 'lightweight-charts';
import { useEffect, useRef } from 'react';

export interface Line {
  name: string;
  color: string;
  points: { at: string; value: number | null }[];
  levels?: { value: number; color: string; title: string }[];
  pane?: number;
}

/** Lines over time, one or more panes. Points without a value leave a gap. */
export function Chart({ lines, height = 260, label }: { lines: Line[]; height?: number; label: string }) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<IChartApi>(undefined);
  const series = useRef<ISeriesApi<'Line'>[]>([]);
  const shape = lines.map((line) => `${line.name}/${line.color}/${line.pane ?? 0}`).join('|');

  useEffect(() => {
    if (!box.current) return;
    const style = getComputedStyle(document.documentElement);
    const colour = (name: string) => style.getPropertyValue(name).trim();
    const created = createChart(box.current, {
      autoSize: true,
      layout: { background: { type: ColorType.Solid, color: 'transparent' }, textColor: colour('--quiet'), attributionLogo: false },
      grid: { vertLines: { color: colour('--line') }, horzLines: { color: colour('--line') } },
      rightPriceScale: { borderColor: colour('--line') },
      timeScale: { borderColor: colour('--line'), rightOffset: 2 },
    });
    series.current = lines.map((line) => {
      const added = created.addSeries(LineSeries, { color: line.color, lineWidth: 2, title: line.name, priceLineVisible: false }, line.pane ?? 0);
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
      const points = line.points.map((point) => ({ time: (Date.parse(point.at) / 1000) as UTCTimestamp, value: point.value ?? undefined }));
      series.current[index]?.setData(points as { time: UTCTimestamp; value: number }[]);
    });
    chart.current?.timeScale().fitContent();
  }, [lines, shape]);

  return <div ref={box} className="chart" style={{ height }} role="img" aria-label={label} />;
}
