import { useDeferredValue, useRef, useState } from 'react';
import { useApi } from '../../api/useApi';
import type { Instrument, Page } from '../../api/types';
import { Query } from '../../parts/Query';

const mostShown = 8;

/** Series in the order they were chosen: many statistics take the first on the rest. */
export function InstrumentPicker({ chosen, onChange, none }: { chosen: string[]; onChange: (next: string[]) => void; none: string }) {
  const [text, setText] = useState('');
  const search = useRef<HTMLInputElement>(null);
  const without = (id: string) => onChange(chosen.filter((other) => other !== id));
  const remove = (id: string) => {
    without(id);
    search.current?.focus(); // the button that was pressed is gone
  };
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
              <button type="button" aria-label={`Remove ${id}`} onClick={() => remove(id)}>×</button>
            </li>
          ))}
        </ol>
      )}
      <label>
        Search by id, name or sector
        <input
          ref={search}
          type="search"
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.preventDefault(); // a search must not send the form
          }}
          maxLength={60}
        />
      </label>
      {asked !== '' && <Found text={asked} chosen={chosen} onToggle={(id, taken) => (taken ? onChange([...chosen, id]) : without(id))} />}
    </fieldset>
  );
}

function Found({ text, chosen, onToggle }: { text: string; chosen: string[]; onToggle: (id: string, taken: boolean) => void }) {
  const found = useApi<Page<Instrument>>(`/api/instruments?q=${encodeURIComponent(text)}&limit=${mostShown}`, 60_000);
  return (
    <Query query={found} empty="Nothing is listed under that." isEmpty={(page) => page.items.length === 0}>
      {(page) => (
        <ul className="found" aria-label="Found instruments">
          {page.items.map((one) => (
            <li key={one.instrumentId}>
              <label className="tick">
                <input type="checkbox" checked={chosen.includes(one.instrumentId)} onChange={(event) => onToggle(one.instrumentId, event.target.checked)} />
                {one.instrumentId} <span className="quiet small">{`${one.name}, ${one.sector}`}</span>
              </label>
            </li>
          ))}
        </ul>
      )}
    </Query>
  );
}
