import { useEffect, useRef, type ReactNode } from 'react';
import { NavLink, useLocation } from 'react-router-dom';
import { useApi } from '../api/useApi';
import type { KillSwitch } from '../api/riskTypes';
import type { Page, Proposal } from '../api/types';
import { useSession } from '../auth/Session';
import { useLive } from '../live/Live';

const pages = [
  ['/', 'Overview'],
  ['/pairs', 'Pairs'],
  ['/approvals', 'Approvals'],
  ['/orders', 'Orders'],
  ['/risk', 'Risk'],
  ['/research', 'Research'],
  ['/journal', 'Journal'],
] as const;

export function Shell({ children }: { children: ReactNode }) {
  const { session, signOut } = useSession();
  const { connected } = useLive();
  const pending = useApi<Page<Proposal>>('/api/proposals?status=pending&limit=100', 5_000);
  const killSwitch = useApi<KillSwitch>('/api/risk/kill-switch');
  const waiting = pending.data?.items.length ?? 0;
  const nav = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const here = pages.find(([path]) => path !== '/' && pathname.startsWith(path))?.[1];
  useEffect(() => {
    document.title = here ? `${here} · Superintel` : 'Superintel';
    // On a narrow screen the pages scroll sideways: the one shown must not lie outside.
    nav.current?.querySelector('.active')?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
  }, [here]);
  return (
    <>
      <a className="skip" href="#content">
        Skip to content
      </a>
      <header className="top">
        <NavLink to="/" className="brand">
          <img src="/favicon.svg" alt="" width={26} height={26} /> Superintel
        </NavLink>
        <nav aria-label="Pages" ref={nav}>
          {pages.map(([path, name]) => (
            <NavLink key={path} to={path} end={path === '/'}>
              {name}
              {name === 'Approvals' && waiting > 0 && <span className="count" aria-label={`${waiting} waiting`}>{waiting}</span>}
            </NavLink>
          ))}
        </nav>
        <div className="who">
          {killSwitch.data && killSwitch.data.state !== 'active' && <span className="badge bad">{killSwitch.data.state}</span>}
          {!connected && <span className="quiet small">not live</span>}
          <span className={connected ? 'dot good' : 'dot bad'} role="status" aria-label={connected ? 'Live' : 'Not connected'} title={connected ? 'Live' : 'Not connected'} />
          <span className="quiet">{session?.user}</span>
          <button type="button" className="link" onClick={signOut}>
            Sign out
          </button>
        </div>
      </header>
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <footer className="quiet small">All times are UTC.</footer>
    </>
  );
}
