import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ApiError } from '../api/ApiError';

/** What a query shows while it loads, when it failed, and when there is nothing. */
export function Query<T>(props: {
  query: UseQueryResult<T, Error>;
  empty?: string;
  isEmpty?: (data: T) => boolean;
  children: (data: T) => ReactNode;
}) {
  const { query, empty, isEmpty, children } = props;
  if (query.data !== undefined) {
    return empty && isEmpty?.(query.data) ? <p className="quiet empty">{empty}</p> : <>{children(query.data)}</>;
  }
  if (query.isError) {
    const code = query.error instanceof ApiError ? ` (${query.error.code})` : '';
    return (
      <p role="alert" className="error">
        {query.error.message}
        {code}{' '}
        <button type="button" className="link" onClick={() => void query.refetch()}>
          Try again
        </button>
      </p>
    );
  }
  return (
    <p className="quiet empty" aria-busy="true">
      Loading…
    </p>
  );
}
