import type { RiskLimit, StressReport } from '../../api/riskTypes';
import { number, percent } from '../../parts/format';

// The limits that hold a loss against net asset value.
const lossLimits = ['stress-loss', 'daily-loss', 'drawdown'];

/** Loss limits that the scenario's loss alone exceeds, by name. */
export function brokenLimits(report: StressReport, limits: RiskLimit[]): string[] {
  return limits.filter((limit) => lossLimits.includes(limit.name) && report.lossShare > limit.value).map((limit) => limit.name);
}

/** The position that loses most; undefined when none loses. */
export function worst(report: StressReport): StressReport['positions'][number] | undefined {
  const [first] = [...report.positions].sort((a, b) => b.loss - a.loss);
  return first && first.loss > 0 ? first : undefined;
}

/** equity, index -22.60 %; CHF +18.70 % */
export function moves(report: StressReport, multiple = 1): string {
  const alike = new Map<string, string[]>();
  for (const [name, shock] of [...Object.entries(report.assets), ...Object.entries(report.currencies)]) {
    const move = Math.max(-1, shock * multiple);
    const text = `${move > 0 ? '+' : ''}${percent(move)}`;
    alike.set(text, [...(alike.get(text) ?? []), name]);
  }
  return [...alike].map(([text, names]) => `${names.join(', ')} ${text}`).join('; ') || '–';
}

/** The moves at which the drawdown limit breaks; a price stops at zero. */
export function movesAtBreak(report: StressReport): string {
  return report.breakingMultiple === null ? '–' : moves(report, report.breakingMultiple);
}

/** What breaks the drawdown limit with the least of itself comes first. */
export function nearestFirst(reports: StressReport[]): StressReport[] {
  return [...reports].sort((a, b) => (a.breakingMultiple ?? Infinity) - (b.breakingMultiple ?? Infinity) || (a.name < b.name ? -1 : 1));
}

/** The reverse: how much of the scenario breaks the drawdown limit. */
export function breaking({ breakingMultiple }: StressReport): string {
  return breakingMultiple === null ? 'not up to × 100' : `× ${number(breakingMultiple)}`;
}
