import { useId } from 'react';
import { fits, type OptionTexts } from './options';
import type { MethodOption } from './types';

/** A field for each option of a method, with its default and what it may be. */
export function OptionFields({ options, texts, onChange }: {
  options: MethodOption[];
  texts: OptionTexts;
  onChange: (next: OptionTexts) => void;
}) {
  if (options.length === 0) return null;
  return (
    <fieldset>
      <legend>Options</legend>
      <div className="fields">
        {options.map((option) => (
          <Field key={option.name} option={option} text={texts[option.name] ?? ''} onText={(text) => onChange({ ...texts, [option.name]: text })} />
        ))}
      </div>
    </fieldset>
  );
}

function Field({ option, text, onText }: { option: MethodOption; text: string; onText: (text: string) => void }) {
  const id = useId();
  const preset = option.default === null || option.default === '' ? '' : String(option.default);
  return (
    <div>
      {option.type === 'flag' ? (
        <label className="tick">
          <input type="checkbox" checked={text === 'true'} onChange={(event) => onText(event.target.checked ? 'true' : '')} aria-describedby={id} />
          {option.name}
        </label>
      ) : (
        <label>
          {option.name}
          {option.allowed ? (
            <select value={text} onChange={(event) => onText(event.target.value)} aria-describedby={id}>
              <option value="">{preset ? `${preset} (default)` : 'default'}</option>
              {option.allowed.filter((one) => one !== preset).map((one) => <option key={one}>{one}</option>)}
            </select>
          ) : (
            <input
              value={text}
              onChange={(event) => onText(event.target.value)}
              inputMode={option.type === 'text' ? 'text' : 'decimal'}
              placeholder={preset}
              maxLength={200}
              aria-invalid={!fits(option, text.trim())}
              aria-describedby={id}
            />
          )}
        </label>
      )}
      <p id={id} className="quiet small">{option.description}</p>
    </div>
  );
}
