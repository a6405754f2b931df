/** The form of a simulation, as typed. */
export interface ChaosDraft {
  model: string;
  paths: string;
  steps: string;
  seed: string;
}

export const usualChaos: ChaosDraft = { model: 'jump-diffusion', paths: '10000', steps: '250', seed: '1' };

const mostPaths = 20_000;
const mostSteps = 1_000;
const mostSeed = 2_147_483_647;

/** The request, or why there is none yet. */
export function chaosBody(draft: ChaosDraft): { body: { model: string; paths: number; steps: number; seed: number } } | { objection: string } {
  const paths = whole(draft.paths, 1, mostPaths);
  if (paths === undefined) return { objection: `Paths are a whole number from 1 to ${mostPaths.toLocaleString('en-US')}.` };
  const steps = whole(draft.steps, 1, mostSteps);
  if (steps === undefined) return { objection: `Trading days are a whole number from 1 to ${mostSteps.toLocaleString('en-US')}.` };
  const seed = whole(draft.seed, -mostSeed, mostSeed);
  if (seed === undefined) return { objection: 'The seed is a whole number.' };
  return { body: { model: draft.model, paths, steps, seed } };
}

function whole(text: string, least: number, most: number): number | undefined {
  const value = Number(text.replaceAll(',', '').trim());
  return text.trim() !== '' && Number.isInteger(value) && value >= least && value <= most ? value : undefined;
}
