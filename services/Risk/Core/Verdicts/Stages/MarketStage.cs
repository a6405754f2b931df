using Superintel.Risk.Reasons;

namespace Superintel.Risk.Verdicts.Stages;

/// <summary>Are the instruments known, tradable and priced at the signal's bar or later.</summary>
public sealed class MarketStage : IStage
{
    public string Name => "market";

    public void Examine(VerdictInput input, Findings findings)
    {
        foreach (var leg in input.Proposal.Legs)
        {
            var id = leg.Instrument;
            if (input.Market.Find(id) is not { } instrument)
            {
                findings.Veto(ReasonCode.UnknownInstrument, $"{id} was never listed.");
                continue;
            }
            if (!instrument.Tradable) findings.Veto(ReasonCode.NotTradable, $"{id} is only observed.");
            if (instrument.Currency != leg.ReferencePrice.Quote || leg.Quantity.Value % instrument.LotSize != 0m)
                findings.Veto(ReasonCode.ProposalInvalid, $"{leg.Quantity} {id} {leg.ReferencePrice.Quote} is not in its lots and quote.");
            if (input.Market.Last(id) is not { Close: > 0m } last) findings.Veto(ReasonCode.UnknownPrice, $"{id} has no close above zero.");
            else if (last.At < input.Proposal.SignalAt)
                findings.Veto(ReasonCode.StalePrice, $"{id} closed last at {last.At:O}, before {input.Proposal.SignalAt:O}.");
            else if (input.Market.Value(id, 1m, input.Base) is null)
                findings.Veto(ReasonCode.UnknownFxRate, $"No bar tells {instrument.Currency} in {input.Options.Base}.");
        }
    }
}
