/** One leg as typed. */
export interface LegDraft {
  instrument: string;
  side: 'buy' | 'sell';
  quantity: string;
  price: string;
}

export interface TradeDraft {
  intent: 'open' | 'close';
  legs: [LegDraft, LegDraft];
}

export interface WhatIfBody {
  pairId: string;
  intent: 'open' | 'close';
  legs: { leg: number; side: 'buy' | 'sell'; quantity: number; referencePrice?: number }[];
}

export const noTrade: TradeDraft = {
  intent: 'open',
  legs: [{ instrument: '', side: 'buy', quantity: '', price: '' }, { instrument: '', side: 'sell', quantity: '', price: '' }],
};

/** The question, or why there is none yet. Two instruments are a pair, whichever is named first; one is a hedge. */
export function whatIfBody(draft: TradeDraft): { body: WhatIfBody } | { objection: string } {
  const named = draft.legs.filter((leg) => leg.instrument.trim() !== '');
  if (named.length === 0) return { objection: 'Name an instrument: one for a hedge, two for a pair.' };
  const legs = named.map((leg) => ({ ...leg, instrument: leg.instrument.trim().toUpperCase() }));
  for (const leg of legs) {
    if (!(Number(leg.quantity) > 0)) return { objection: `How many units of ${leg.instrument}? A number above 0.` };
    if (leg.price.trim() !== '' && !(Number(leg.price) > 0)) return { objection: `The price of ${leg.instrument} is a number above 0, or empty for the last close.` };
  }
  legs.sort((a, b) => (a.instrument < b.instrument ? -1 : 1));
  const [first, second] = legs;
  if (second && second.instrument === first!.instrument) return { objection: 'A pair is of two different instruments.' };
  return {
    body: {
      pairId: second ? `${first!.instrument}~${second.instrument}` : `hedge~${first!.instrument}`,
      intent: draft.intent,
      legs: legs.map((leg, index) => ({
        leg: index,
        side: leg.side,
        quantity: Number(leg.quantity),
        ...(leg.price.trim() === '' ? {} : { referencePrice: Number(leg.price) }),
      })),
    },
  };
}
