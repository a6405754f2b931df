using Grpc.Core;
using Superintel.Contracts.Grpc.ExecutionV1;
using Superintel.Execution.Service.Adapters.Quotes;
using Superintel.Execution.Trading.Paper;
using Superintel.ServiceDefaults.Grpc;

namespace Superintel.Execution.Service.Endpoints.Trading;

/// <summary>What a feed tells of a venue's quotes: a stream whose messages are taken many at a time.</summary>
internal sealed class QuotesGrpc(QuoteIntake intake, IHostApplicationLifetime lifetime) : Quotes.QuotesBase
{
    public override Task Follow(
        IAsyncStreamReader<QuoteObserved> requestStream, IServerStreamWriter<QuotesTaken> responseStream, ServerCallContext context) =>
        new GroupedStream<QuoteObserved, Quote>(QuoteMessages.Read, intake.Take, lifetime).Follow(
            requestStream, (taken, ct) => responseStream.WriteAsync(new QuotesTaken { Messages = taken }, ct), context.CancellationToken);
}
