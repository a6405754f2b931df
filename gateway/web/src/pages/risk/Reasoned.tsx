import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Failure } from '../../parts/Failure';

/** A command that needs a reason: the reason's field, what else it takes, and its button. */
export function Reasoned(props: {
  label: string;
  action: string;
  busy: boolean;
  error?: Error | null;
  danger?: boolean;
  children?: ReactNode;
  onSend: (reason: string) => void;
  onCancel: () => void;
}) {
  const [reason, setReason] = useState('');
  const form = useRef<HTMLFormElement>(null);
  // It opens below what it belongs to, which may be a long list: focus brings it into sight.
  useEffect(() => {
    form.current?.querySelector('input')?.focus();
  }, []);
  return (
    <form
      ref={form}
      className="ask field"
      aria-label={props.label}
      onSubmit={(event) => {
        event.preventDefault();
        props.onSend(reason.trim());
      }}
    >
      <p className="quiet">{props.label}</p>
      {props.children}
      <label className="comment">
        Reason
        <input value={reason} onChange={(event) => setReason(event.target.value)} maxLength={500} placeholder="needed, kept in the journal" />
      </label>
      <Failure error={props.error} />
      <div className="actions">
        <button type="submit" className={props.danger ? 'danger' : undefined} disabled={props.busy || reason.trim().length === 0}>
          {props.action}
        </button>
        <button type="button" onClick={props.onCancel}>Cancel</button>
      </div>
    </form>
  );
}
