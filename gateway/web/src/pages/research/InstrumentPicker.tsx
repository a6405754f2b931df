import { useDeferredValue, useState } from 'react';
import { useApi } from '../../api/useApi';
import type { Instrument, Page } from '../../api/types';
import { Query } from '../../parts/Query';

const mostShown = 8;

/** Series in the order they were chosen: many statistics take the first on the rest. */
export function InstrumentPicker({ chosen, onChange, none }: { chosen: string[]; onChange: (next: string[]) => void; none: string }) {
  const [text, setText] = useState('');
  const asked = useDeferredValue(text.trim());
  return (
    <fieldset className="picker">
      <legend>Instruments</legend>
      {chosen.length === 0 && <p className="quiet small">{none}</p>}
      {chosen.length > 0 && (
        <ol className="chips" aria-label="Chosen instruments">
          {chosen.map((id) => (
            <li key={id}>
              {id}
              <button type="button" aria-label={`Remove ${id}`} onClick={() => onChange(chosen.filter((other) => other !== id))}>×</button>
            </li>
          ))}
        </ol>
      )}
      <label>
        Search by id, name or sector
        <input
          type="search"
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.preventDefault(); // a search must not send the form
          }}
          maxLength={60}
        />
      </label>
      {asked !== '' && <Found text={asked} chosen={chosen} onAdd={(id) => onChange([...chosen, id])} />}
    </fieldset>
  );
}

function Found({ text, chosen, onAdd }: { text: string; chosen: string[]; onAdd: (id: string) => void }) {
  const found = useApi<Page<Instrument>>(`/api/instruments?q=${encodeURIComponent(text)}&limit=${mostShown}`, 60_000);
  return (
    <Query query={found} empty="Nothing is listed under that." isEmpty={(page) => page.items.length === 0}>
      {(page) => (
        <ul className="plain found" aria-label="Found instruments">
          {page.items.map((one) => (
            <li key={one.instrumentId}>
              <span>
                {one.instrumentId} <span className="quiet small">{`${one.name}, ${one.sector}`}</span>
              </span>
              <button type="button" disabled={chosen.includes(one.instrumentId)} onClick={() => onAdd(one.instrumentId)} aria-label={`Add ${one.instrumentId}`}>
                Add
              </button>
            </li>
          ))}
        </ul>
      )}
    </Query>
  );
}
