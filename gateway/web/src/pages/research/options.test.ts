import { describe, expect, it } from 'vitest';
import { chosenIn, draftOf, emptyDraft, formOptions, objection, requestOf, takesAll } from './options';
import type { Method, MethodOption } from './types';

const option = (name: string, changes: Partial<MethodOption> = {}): MethodOption => ({ name, type: 'number', description: '', default: 2, allowed: null, ...changes });
const backtest: Method = {
  name: 'pair-backtest', kind: 'job', description: '', minSeries: 2, maxSeries: 2,
  options: [option('pair', { type: 'text', default: null, required: true }), option('entry'), option('confirmed', { type: 'flag', default: false })],
};
const screen: Method = { ...backtest, name: 'screen', maxSeries: 2000, options: [option('fdr')] };

describe('the form of a request', () => {
  it('names the pair of a study by the chosen instruments, and does not ask for it twice', () => {
    const request = requestOf({ ...emptyDraft, instruments: ['KO.XNYS', 'PG.XNYS'], options: { entry: '2.5', confirmed: 'true' } }, backtest);
    expect(request).toEqual({ method: 'pair-backtest', instruments: ['KO.XNYS', 'PG.XNYS'], options: { pair: 'KO.XNYS,PG.XNYS', entry: 2.5, confirmed: true } });
    expect(formOptions(backtest).map((one) => one.name)).toEqual(['entry', 'confirmed']);
  });

  it('sends no default, no empty field and no empty date', () => {
    expect(requestOf({ ...emptyDraft, from: '2020-01-01', log: true, options: { fdr: '2' } }, screen)).toEqual({ method: 'screen', from: '2020-01-01', log: true });
  });

  it('comes back from the request it made', () => {
    const draft = { ...emptyDraft, method: 'pair-backtest', instruments: ['A.X', 'B.X'], from: '2020-01-01', options: { entry: '2.5', confirmed: 'true' } };
    expect(draftOf('pair-backtest', requestOf(draft, backtest))).toEqual(draft);
    expect(chosenIn({ options: { pair: 'A.X, B.X' } })).toEqual(['A.X', 'B.X']);
  });

  it('says what is missing before anything is sent', () => {
    expect([takesAll(screen), takesAll(backtest)]).toEqual([true, false]);
    expect(objection(emptyDraft, screen)).toBeUndefined();
    expect(objection(emptyDraft, backtest)).toBe('Choose 2 instruments.');
    expect(objection({ ...emptyDraft, instruments: ['A.X'] }, screen)).toBe('Choose 2 to 2,000 instruments.');
    expect(objection({ ...emptyDraft, from: '2021-01-01', to: '2020-01-01' }, screen)).toBe('The first day is after the last.');
    expect(objection(emptyDraft, { ...screen, options: [option('rank', { default: null, required: true })] })).toBe('rank is needed.');
    expect(objection({ ...emptyDraft, options: { fdr: 'x' } }, screen)).toBe('fdr is a number.');
  });
});
