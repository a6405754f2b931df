using System.Globalization;
using Grpc.Core;
using Superintel.Contracts.Grpc.ExecutionV1;
using Superintel.Execution.Trading.Paper;
using Superintel.Kernel;

namespace Superintel.Execution.Service.Endpoints.Trading;

/// <summary>Reads what a feed wrote.</summary>
internal static class QuoteMessages
{
    /// <exception cref="RpcException">invalid-argument: this cannot be a quote.</exception>
    public static Quote Read(QuoteObserved told)
    {
        if (!InstrumentId.TryParse(told.InstrumentId, out var id)) throw Malformed($"'{told.InstrumentId}' is not an instrument");
        if (told.At is null) throw Malformed("at is missing");
        var (bid, ask) = (Side(told.Bid), Side(told.Ask));
        return new Quote(id, At(told), bid.Price, bid.Size, ask.Price, ask.Size);
    }

    private static DateTimeOffset At(QuoteObserved told)
    {
        try
        {
            return told.At.ToDateTimeOffset();
        }
        catch (InvalidOperationException)
        {
            throw Malformed($"{told.At} is not a time");
        }
    }

    private static (decimal Price, decimal Size) Side(QuoteSide? side)
    {
        if (side is null) return (0m, 0m);
        var size = Number(side.Size);
        return size >= 0m ? (Number(side.Price), size) : throw Malformed($"{size} is not a size");
    }

    private static decimal Number(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Malformed($"'{text}' is not a number");

    private static RpcException Malformed(string detail) => new(new Status(StatusCode.InvalidArgument, detail));
}
