import { Suspense } from 'react';
import { Navigate, Route, Routes, useLocation } from 'react-router-dom';
import { useSession } from './auth/Session';
import { SignIn } from './auth/SignIn';
import { LiveProvider } from './live/Live';
import { Boundary } from './parts/Boundary';
import { page } from './parts/page';
import { Shell } from './parts/Shell';

const Approvals = page(() => import('./pages/Approvals'), 'Approvals');
const DecisionStory = page(() => import('./pages/DecisionStory'), 'DecisionStory');
const Journal = page(() => import('./pages/Journal'), 'Journal');
const Orders = page(() => import('./pages/Orders'), 'Orders');
const Overview = page(() => import('./pages/Overview'), 'Overview');
const PairDetail = page(() => import('./pages/PairDetail'), 'PairDetail');
const Pairs = page(() => import('./pages/Pairs'), 'Pairs');
const Research = page(() => import('./pages/Research'), 'Research');
const Risk = page(() => import('./pages/Risk'), 'Risk');

export function App() {
  const { session } = useSession();
  const { pathname } = useLocation();
  if (!session) return <SignIn />;
  return (
    <LiveProvider>
      <Shell>
        <Boundary key={pathname}>
          <Suspense fallback={<p role="status">Loading…</p>}>
            <Routes>
              <Route path="/" element={<Overview />} />
              <Route path="/pairs" element={<Pairs />} />
              <Route path="/pairs/:pairId" element={<PairDetail />} />
              <Route path="/approvals" element={<Approvals />} />
              <Route path="/orders" element={<Orders />} />
              <Route path="/research" element={<Research />} />
              <Route path="/risk" element={<Risk />} />
              <Route path="/decisions/:decisionId" element={<DecisionStory />} />
              <Route path="/journal" element={<Journal />} />
              <Route path="*" element={<Navigate to="/" replace />} />
            </Routes>
          </Suspense>
        </Boundary>
      </Shell>
    </LiveProvider>
  );
}
