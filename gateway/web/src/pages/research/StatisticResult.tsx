import { time } from '../../parts/format';
import { SaveJson } from './SaveJson';
import type { StatisticReply } from './types';
import { Values } from './Values';

export function StatisticResult({ reply }: { reply: StatisticReply }) {
  return (
    <section aria-label={`Result of ${reply.method}`} aria-live="polite" className="result">
      <header>
        <h3>{reply.method}</h3>
        <SaveJson name={reply.method} value={reply} />
      </header>
      <p className="quiet">{`${reply.series.join(', ')}; ${reply.rows} rows, ${time(reply.from)} to ${time(reply.to)} UTC${source(reply)}`}</p>
      {(reply.leftOut?.length ?? 0) > 0 && <p className="quiet small">{`Left out, because bars are missing: ${reply.leftOut?.join(', ')}`}</p>}
      <Values values={reply.result} />
    </section>
  );
}

function source({ feed, interval }: StatisticReply): string {
  return feed ? `, ${feed} ${interval ?? ''}` : '';
}
