import { lazy, Suspense } from 'react';
import { Navigate, Route, Routes, useLocation } from 'react-router-dom';
import { useSession } from './auth/Session';
import { SignIn } from './auth/SignIn';
import { LiveProvider } from './live/Live';
import { Approvals } from './pages/Approvals';
import { DecisionStory } from './pages/DecisionStory';
import { Journal } from './pages/Journal';
import { Orders } from './pages/Orders';
import { Overview } from './pages/Overview';
import { PairDetail } from './pages/PairDetail';
import { Pairs } from './pages/Pairs';
import { Boundary } from './parts/Boundary';
import { Shell } from './parts/Shell';

// The two large pages come when they are opened.
const Research = lazy(() => import('./pages/Research').then((page) => ({ default: page.Research })));
const Risk = lazy(() => import('./pages/Risk').then((page) => ({ default: page.Risk })));

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
