import { useQuery, useMutation, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useSession } from '../auth/Session';

/** A GET that refreshes itself (not with `false`); live events refresh it earlier (see live/Live.tsx). */
export function useApi<T>(path: string, refreshMs: number | false = 10_000): UseQueryResult<T, Error> {
  const { request } = useSession();
  return useQuery({ queryKey: [path], queryFn: () => request<T>(path), refetchInterval: refreshMs });
}

/** A command: sends, then refreshes everything whose path starts with one of `refresh`. */
export function useCommand<T>(refresh: string[]) {
  const { request } = useSession();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (command: { path: string; method?: string; body?: unknown }) =>
      request<T>(command.path, { method: command.method ?? 'POST', body: command.body ?? {} }),
    onSettled: () =>
      queries.invalidateQueries({
        predicate: (query) => refresh.some((start) => String(query.queryKey[0]).startsWith(start)),
      }),
  });
}
