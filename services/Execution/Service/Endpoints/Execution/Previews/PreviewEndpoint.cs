using Microsoft.AspNetCore.Http.HttpResults;
using Superintel.Execution.Execution.Control;
using Superintel.Execution.Execution.Previews;
using Superintel.Execution.Trading.Ports;
using Superintel.Kernel;
using Superintel.ServiceDefaults.Errors;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Execution.Service.Endpoints.Execution.Previews;

/// <summary>What an order would cost.</summary>
internal static class PreviewEndpoint
{
    public static async Task<Results<Ok<PreviewView>, ProblemHttpResult>> Handle(
        PreviewBody body, ITransactions transactions, IOrderPreview venues, CancellationToken ct)
    {
        if (!InstrumentId.TryParse(body.Instrument, out var instrument))
            return Problems.Of(
                StatusCodes.Status400BadRequest, "instrument-invalid", $"'{body.Instrument}' is no instrument; write KO.XNYS.");
        var asked = new PreviewQuestion(
            instrument, body.Side, body.Quantity, body.Type, body.LimitPrice, body.StopPrice, body.TrailingAmount, body.TimeInForce,
            body.GoodTillDate);
        // The venue is asked behind the transaction: a slow one must not hold a connection to the store.
        return await transactions.Run((scope, inner) => scope.GetRequiredService<WritePreviewTicket>().Handle(asked, inner), ct) switch
        {
            PreviewTicket.Written written => TypedResults.Ok(
                PreviewView.Of(written.Ticket, await venues.Preview(written.Ticket, ct))),
            PreviewTicket.Refused refused => Problems.Of(Status(refused.Code), refused.Code, refused.Detail),
            var other => throw new InvalidOperationException($"{other} is no answer."),
        };
    }

    private static int Status(string code) => code switch
    {
        DenialCode.UnknownInstrument => StatusCodes.Status404NotFound,
        DenialCode.NoRoute => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status400BadRequest,
    };
}
