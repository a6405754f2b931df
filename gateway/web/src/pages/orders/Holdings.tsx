import { useState } from 'react';
import { useApi, useCommand } from '../../api/useApi';
import type { VenuePosition } from '../../api/reconciliation';
import { useSession } from '../../auth/Session';
import { Badge } from '../../parts/Badge';
import { quantity, time } from '../../parts/format';
import { Panel } from '../../parts/Panel';
import { Table } from '../../parts/Table';
import { Reasoned } from '../risk/Reasoned';

/** Since when it blocks, or who explained it. */
function told(position: VenuePosition): string {
  if (position.state === 'blocked') return time(position.blockedSince);
  return position.holding ? `${position.holding.by}, ${time(position.holding.at)}: ${position.holding.reason}` : '–';
}

/** Positions at the venues that the desk did not make; nothing is shown where there are none. */
export function Holdings() {
  const { hasRole } = useSession();
  const positions = useApi<{ positions: VenuePosition[] }>('/api/reconciliation');
  const accept = useCommand<unknown>(['/api/reconciliation']);
  const [asked, setAsked] = useState<VenuePosition>();
  const rows = (positions.data?.positions ?? []).filter((p) => p.state !== 'agrees' || p.externalQuantity !== 0);
  const blocking = rows.filter((p) => p.state === 'blocked').length;
  if (rows.length === 0) return null;
  const send = (reason: string) => {
    if (!asked) return;
    const { venue, account, instrumentId, difference } = asked;
    accept.mutate(
      { path: '/api/reconciliation/holdings', body: { venue, account, instrumentId, difference, reason } },
      { onSuccess: () => setAsked(undefined) },
    );
  };
  return (
    <Panel title="Holdings of others" aside={blocking > 0 && <span className="badge warn">{`${blocking} blocking`}</span>}>
      <p className="quiet">
        Units at a venue that the desk’s fills do not explain. Their instrument takes no new risk until a senior says that they are not the desk’s. Dust is
        too little for the venue to trade: it is shown and blocks nothing.
      </p>
      <Table
        caption="Holdings of others"
        rows={rows}
        rowKey={(p) => `${p.venue}/${p.account}/${p.instrumentId}`}
        columns={[
          { name: 'Instrument', cell: (p) => p.instrumentId },
          { name: 'Venue', cell: (p) => `${p.venue}, ${p.account}` },
          { name: 'Venue has', numeric: true, cell: (p) => quantity(p.venueQuantity) },
          { name: 'Ledger', numeric: true, cell: (p) => quantity(p.ledgerQuantity) },
          { name: 'Not the desk’s', numeric: true, cell: (p) => quantity(p.externalQuantity) },
          { name: 'Unexplained', numeric: true, cell: (p) => quantity(p.difference) },
          { name: 'State', cell: (p) => <Badge value={p.state} /> },
          { name: 'Since or by (UTC)', cell: told },
          {
            name: '',
            cell: (p) =>
              p.state === 'blocked' && hasRole('senior') ? (
                <button type="button" onClick={() => setAsked(p)} aria-label={`Accept ${p.instrumentId}`}>Not the desk’s</button>
              ) : null,
          },
        ]}
      />
      {asked && (
        <Reasoned
          label={`${quantity(asked.difference)} ${asked.instrumentId} at ${asked.venue} are not the desk’s`}
          action="Accept"
          busy={accept.isPending}
          error={accept.error}
          onSend={send}
          onCancel={() => setAsked(undefined)}
        />
      )}
    </Panel>
  );
}
