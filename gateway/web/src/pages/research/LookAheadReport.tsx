import { time } from '../../parts/format';
import { figure } from './shapes';
import type { LookAheadResult } from './types';

export function LookAheadReport({ result }: { result: LookAheadResult }) {
  const { violation } = result;
  if (result.honest || !violation) {
    return (
      <p>
        <span className="badge good">honest</span>{' '}
        {`The future was taken away ${figure(result.cuts)} times: nothing said before changed by a bit (${result.outputs.join(', ')}).`}
      </p>
    );
  }
  return (
    <>
      <p>
        <span className="badge bad">sees the future</span> {`${violation.output} at ${time(violation.bar)} changes when the bars after ${time(violation.cut)} are taken away.`}
      </p>
      <dl className="facts">
        <div><dt>With the future</dt><dd>{figure(violation.withFuture)}</dd></div>
        <div><dt>Without it</dt><dd>{figure(violation.withoutFuture)}</dd></div>
      </dl>
    </>
  );
}
