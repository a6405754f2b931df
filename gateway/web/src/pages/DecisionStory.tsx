import { useParams } from 'react-router-dom';
import { useApi } from '../api/useApi';
import type { Story } from '../api/types';
import { Badge } from '../parts/Badge';
import { money, pairName, sentence, time } from '../parts/format';
import { Query } from '../parts/Query';

export function DecisionStory() {
  const { decisionId = '' } = useParams();
  const story = useApi<Story>(`/api/decisions/${encodeURIComponent(decisionId)}`);
  return (
    <Query query={story}>
      {(s) => (
        <>
          <h1>
            {pairName(s.pairId)} <Badge value={s.status} />
          </h1>
          <p className="quiet">
            Decision <code>{s.decisionId}</code>
            {s.traceId && <>, trace <code>{s.traceId}</code></>}
            {s.pnl !== null && <>, P&L {money(s.pnl)}</>}
            {s.unconvertedCommissions?.map((c) => `, and ${c.amount} ${c.currency} of commission that no rate was known for`)}
            {!s.complete && ', still open'}
          </p>
          <ol className="story">
            {s.steps.map((step) => (
              <li key={step.sequence}>
                <header>
                  <h2>{step.title || sentence(step.kind)}</h2>
                  <span className="quiet">
                    {time(step.at)} UTC, entry {step.sequence}
                  </span>
                </header>
                <p>{step.detail}</p>
                <details>
                  <summary>Everything recorded</summary>
                  <pre>{JSON.stringify(step.payload, null, 2)}</pre>
                </details>
              </li>
            ))}
          </ol>
        </>
      )}
    </Query>
  );
}
