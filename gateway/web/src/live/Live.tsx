import { useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { JournalEntry, Page } from '../api/types';
import { useSession } from '../auth/Session';
import { affectedPaths } from './affectedPaths';
import { moveProgress } from './jobProgress';

export interface LiveEvent {
  type: string;
  at: string;
  decisionId?: string | null;
  data: Record<string, unknown>;
}

interface LiveValue {
  connected: boolean;
  events: LiveEvent[];
}

function fromJournal(entry: JournalEntry): LiveEvent {
  return { type: entry.kind, at: entry.occurredAt, decisionId: entry.decisionId || null, data: {} };
}

const keptEvents = 60;
// Several with every bar: shown, they would leave no room for what was decided.
const routine = ['bar-closed', 'slice-scored', 'slice-executed', 'portfolio-valued', 'journal-entry-recorded'];

function isRoutine(kind: string): boolean {
  return routine.includes(kind);
}

const LiveContext = createContext<LiveValue>({ connected: false, events: [] });

/** The gateway's live feed: shows what happens and refreshes the queries it makes out of date. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const { session, request } = useSession();
  const queries = useQueryClient();
  const [connected, setConnected] = useState(false);
  const [events, setEvents] = useState<LiveEvent[]>([]);
  const token = session?.accessToken;

  // What happened just before someone looked, from the journal; afterwards the feed goes on.
  useEffect(() => {
    if (!token) return;
    request<Page<JournalEntry>>(`/api/journal?limit=${keptEvents}`).then(
      (page) => setEvents((known) => (known.length > 0 ? known : page.items.filter((entry) => !isRoutine(entry.kind)).map(fromJournal))),
      () => undefined, // the journal's own page says what is wrong with it
    );
  }, [token, request]);

  useEffect(() => {
    if (!token) return;
    let socket: WebSocket | undefined;
    let retry: number | undefined;
    let attempts = 0;
    let stopped = false;
    const stale = new Set<string>();
    // Bars close many times a second in a replay: gather what is out of date and refresh once.
    const flush = window.setInterval(() => {
      if (stale.size === 0) return;
      const starts = [...stale];
      stale.clear();
      void queries.invalidateQueries({ predicate: (query) => starts.some((start) => String(query.queryKey[0]).startsWith(start)) });
    }, 1_500);

    const connect = () => {
      const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
      // Browsers cannot set headers on a WebSocket: the token travels as a subprotocol, never in the address.
      socket = new WebSocket(`${scheme}://${location.host}/ws/live`, ['superintel.v1', `bearer.${token}`]);
      socket.onopen = () => {
        attempts = 0;
        setConnected(true);
      };
      socket.onmessage = (message) => {
        const event = JSON.parse(String(message.data)) as LiveEvent;
        if (!event.type || event.type === 'ping' || event.type === 'hello') return;
        if (event.type === 'analytics-job-progressed') {
          moveProgress(queries, event.data).forEach((path) => stale.add(path));
          return; // several a second while a job runs: its page shows them, the list of events would hold nothing else
        }
        affectedPaths(event.type).forEach((path) => stale.add(path));
        if (!isRoutine(event.type)) setEvents((known) => [event, ...known].slice(0, keptEvents));
      };
      socket.onclose = () => {
        setConnected(false);
        if (stopped) return;
        attempts += 1;
        retry = window.setTimeout(connect, Math.min(15_000, 500 * 2 ** attempts));
      };
    };
    connect();
    return () => {
      stopped = true;
      window.clearInterval(flush);
      window.clearTimeout(retry);
      socket?.close();
    };
  }, [token, queries]);

  const value = useMemo(() => ({ connected, events }), [connected, events]);
  return <LiveContext.Provider value={value}>{children}</LiveContext.Provider>;
}

export function useLive(): LiveValue {
  return useContext(LiveContext);
}
