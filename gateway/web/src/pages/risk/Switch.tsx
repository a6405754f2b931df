import { useState } from 'react';
import { useApi, useCommand } from '../../api/useApi';
import type { KillSwitch } from '../../api/riskTypes';
import { useSession } from '../../auth/Session';
import { Badge } from '../../parts/Badge';
import { Failure } from '../../parts/Failure';
import { time } from '../../parts/format';
import { Panel } from '../../parts/Panel';
import { Query } from '../../parts/Query';

export function Switch() {
  const { hasRole } = useSession();
  const current = useApi<KillSwitch>('/api/risk/kill-switch');
  const move = useCommand<KillSwitch>(['/api/risk']);
  const [reason, setReason] = useState('');
  const to = (state: string, flatten = false) => move.mutate({ path: '/api/risk/kill-switch', body: { state, flatten, reason } });
  const ready = hasRole('trader') && reason.trim().length > 0 && !move.isPending;
  return (
    <Panel title="Kill switch" aside={current.data && <Badge value={current.data.state} />}>
      <Query query={current}>
        {(now) => (
          <>
            <p className="quiet">{now.at ? `${now.reason} (${now.by}, ${time(now.at)} UTC)` : 'Never moved.'}</p>
            <Flattening held={now.flatten ? now.held ?? [] : []} />
            <label className="comment">
              Reason
              <input value={reason} onChange={(event) => setReason(event.target.value)} maxLength={500} placeholder="needed, kept in the journal" />
            </label>
            <Failure error={move.error} />
            <div className="actions">
              <button type="button" disabled={!ready || now.state === 'reduce-only'} onClick={() => to('reduce-only')}>Reduce only</button>
              <button type="button" className="danger" disabled={!ready} onClick={() => to('halted')}>Halt</button>
              <button type="button" className="danger" disabled={!ready} onClick={() => to('halted', true)}>Flatten and halt</button>
              <button type="button" disabled={!ready || !hasRole('senior') || now.state === 'active'} onClick={() => to('active')}>Resume</button>
              {!hasRole('trader') && <span className="quiet small">Needs the role trader.</span>}
              {hasRole('trader') && !hasRole('senior') && <span className="quiet small">To resume needs the role senior.</span>}
            </div>
          </>
        )}
      </Query>
    </Panel>
  );
}

/** What is still held while everything is being closed, and whether it is still tried. */
function Flattening({ held }: { held: NonNullable<KillSwitch['held']> }) {
  return held.map((one) => (
    <p key={one.pairId} className={one.gaveUp ? undefined : 'quiet'} role={one.gaveUp ? 'alert' : undefined}>
      {one.instruments.join(', ')} still held: {standing(one)}
    </p>
  ));
}

function standing({ attempts, denied, gaveUp }: NonNullable<KillSwitch['held']>[number]): string {
  if (gaveUp) return `gave up after ${attempts} attempts; flatten again to start over.`;
  return denied ? `denied (${denied}), tried again at the next bar.` : `being closed, ${attempts} attempts over.`;
}
