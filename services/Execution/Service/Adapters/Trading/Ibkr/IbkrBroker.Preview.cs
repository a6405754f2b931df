using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Ports;
using Superintel.Kernel;
using Superintel.Venue.Ibkr.Messages.Answers;
using Superintel.Venue.Ibkr.Session;

namespace Superintel.Execution.Service.Adapters.Trading.Ibkr;

public sealed partial class IbkrBroker : IOrderPreview
{
    /// <inheritdoc/>
    public async Task<PreviewOutcome> Preview(OrderTicket ticket, CancellationToken ct)
    {
        if (outages.At(clock.GetUtcNow()) is { } outage) return new PreviewOutcome.Unavailable(outage, "IB is away by plan.");
        try
        {
            var client = await Looked(ct);
            var contract = await contracts.Resolve(client, ticket, ct);
            if (contracts.OffTick(ticket) is { } offTick) return new PreviewOutcome.Refused("price-off-tick", offTick);
            return new PreviewOutcome.Told(Cost(await client.WhatIf(contract, IbkrTerms.Of(ticket, contract, options.Account), ct)));
        }
        catch (TwsException failure)
        {
            return Unasked(failure);
        }
        catch (Exception failure) when (failure is FormatException or NotSupportedException)
        {
            return new PreviewOutcome.Refused("not-expressible", failure.Message);
        }
    }

    private static PreviewOutcome Unasked(TwsException failure) => failure.Code switch
    {
        "order-refused" when TwsErrors.Classify(failure.VenueCode, aboutOrder: true) is TwsErrorClass.Doubtful
            or TwsErrorClass.DuplicateOrderId => new PreviewOutcome.Unavailable("tws-undecided", failure.Message),
        "order-refused" => new PreviewOutcome.Refused($"tws-{failure.VenueCode}", failure.Message),
        _ => IbkrAway.Answer(failure) switch
        {
            SubmitOutcome.Rejected refused => new PreviewOutcome.Refused(refused.Code, refused.Text),
            _ => new PreviewOutcome.Unavailable(failure.Code, failure.Message),
        },
    };

    private static OrderCost Cost(OrderStateData told) => new()
    {
        InitialMargin = Effect(told.InitialMarginBefore, told.InitialMarginChange, told.InitialMarginAfter),
        MaintenanceMargin = Effect(told.MaintenanceMarginBefore, told.MaintenanceMarginChange, told.MaintenanceMarginAfter),
        EquityWithLoan = Effect(told.EquityWithLoanBefore, told.EquityWithLoanChange, told.EquityWithLoanAfter),
        Commission = Estimate(told),
        Warning = told.HasCosts ? told.Warning : $"{told.Warning} TWS told no figures.".TrimStart(),
    };

    private static CommissionEstimate? Estimate(OrderStateData told) =>
        (told.Commission ?? told.MinimumCommission ?? told.MaximumCommission) is not null && IsCurrency(told.CommissionCurrency)
            ? new(told.Commission, told.MinimumCommission, told.MaximumCommission, new Currency(told.CommissionCurrency))
            : null;

    private static bool IsCurrency(string code) => code is { Length: >= 3 and <= 10 } && code.All(char.IsAsciiLetterUpper);

    private static MarginEffect? Effect(decimal? before, decimal? change, decimal? after) =>
        (before ?? change ?? after) is null ? null : new MarginEffect(before, change, after);
}
