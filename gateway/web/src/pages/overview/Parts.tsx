import { useApi } from '../../api/useApi';
import type { FleetPart } from '../../api/types';
import { Badge } from '../../parts/Badge';
import { Panel } from '../../parts/Panel';
import { Query } from '../../parts/Query';

/** What is not right, in the words of `./superintel status`. */
function said({ health, detail }: FleetPart): string {
  if (health === 'healthy' || !detail) return '';
  return health === 'degraded' ? `without ${detail}` : detail;
}

/** The parts of the fleet, how each is, and what one that is not well works without. */
export function Parts() {
  const fleet = useApi<{ parts: FleetPart[] }>('/api/system/fleet');
  return (
    <Panel title="Fleet">
      <Query query={fleet}>
        {(f) => (
          <ul className="plain">
            {f.parts.map((part) => (
              <li key={part.name}>
                <span>
                  {part.name} <span className="quiet small">{said(part)}</span>
                </span>
                <span>
                  <Badge value={part.health} />
                </span>
              </li>
            ))}
          </ul>
        )}
      </Query>
    </Panel>
  );
}
