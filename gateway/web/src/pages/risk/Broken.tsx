import type { RiskLimit, StressReport } from '../../api/riskTypes';
import { brokenLimits } from './stressReading';

/** The loss limits that a stress breaks; a dash until the limits are known. */
export function Broken({ report, limits }: { report: StressReport; limits: RiskLimit[] | undefined }) {
  if (!limits) return <>–</>;
  const broken = brokenLimits(report, limits);
  return broken.length === 0 ? <>none</> : <span className="loss">{broken.join(', ')}</span>;
}
