import type { ReactNode } from 'react';
import { ApiError } from '../api/ApiError';

/** A refusal in the server's words, with its code and, where it points into a series, the place. */
export function Failure({ error, children }: { error: Error | null | undefined; children?: ReactNode }) {
  if (!error) return null;
  return (
    <p role="alert" className="error">
      {error.message}
      {error instanceof ApiError && <> (<code>{error.code}</code>{place(error)})</>} {children}
    </p>
  );
}

function place({ place: { series, row } }: ApiError): string {
  return `${series ? `, series ${series}` : ''}${row === null || row === undefined ? '' : `, row ${row}`}`;
}
