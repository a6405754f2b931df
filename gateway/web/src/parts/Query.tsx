import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Failure } from './Failure';

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
    return (
      <Failure error={query.error}>
        <button type="button" className="link" onClick={() => void query.refetch()}>
          Try again
        </button>
      </Failure>
    );
  }
  return (
    <p className="quiet empty" aria-busy="true">
      Loading…
    </p>
  );
}
