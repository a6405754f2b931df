import { createContext, useCallback, useContext, useMemo, useRef, useState, type ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { requester, type Requester } from '../api/request';

export interface SessionData {
  user: string;
  accessToken: string;
  expiresAt: string;
  roles: string[];
}

interface SessionValue {
  session: SessionData | undefined;
  signIn: (user: string, password: string) => Promise<void>;
  signOut: () => void;
  request: Requester;
  hasRole: (role: string) => boolean;
}

const storageKey = 'superintel.session';
const order = ['viewer', 'trader', 'senior', 'admin'];
const SessionContext = createContext<SessionValue | undefined>(undefined);

// The tab's own storage: it ends with the tab and is not shared with others.
function load(): SessionData | undefined {
  const text = sessionStorage.getItem(storageKey);
  const saved = text ? (JSON.parse(text) as SessionData) : undefined;
  return saved && Date.parse(saved.expiresAt) > Date.now() ? saved : undefined;
}

export function SessionProvider({ children }: { children: ReactNode }) {
  const [session, setSession] = useState<SessionData | undefined>(load);
  const token = useRef(session?.accessToken);
  const queries = useQueryClient();

  const keep = useCallback((next: SessionData | undefined) => {
    token.current = next?.accessToken;
    if (next) sessionStorage.setItem(storageKey, JSON.stringify(next));
    else sessionStorage.removeItem(storageKey);
    setSession(next);
  }, []);

  const signOut = useCallback(() => {
    keep(undefined);
    queries.clear();
  }, [keep, queries]);

  const request = useMemo(() => requester(() => token.current, signOut), [signOut]);

  const signIn = useCallback(
    async (user: string, password: string) => {
      const answer = await request<Omit<SessionData, 'user'>>('/api/auth/login', { method: 'POST', body: { user, password } });
      keep({ ...answer, user });
    },
    [request, keep],
  );

  const hasRole = useCallback(
    (role: string) => (session?.roles ?? []).some((held) => order.indexOf(held) >= order.indexOf(role)),
    [session],
  );

  const value = useMemo(() => ({ session, signIn, signOut, request, hasRole }), [session, signIn, signOut, request, hasRole]);
  return <SessionContext.Provider value={value}>{children}</SessionContext.Provider>;
}

export function useSession(): SessionValue {
  const value = useContext(SessionContext);
  if (!value) throw new Error('useSession is used outside of SessionProvider.');
  return value;
}
