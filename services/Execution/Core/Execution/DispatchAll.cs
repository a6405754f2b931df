namespace Superintel.Execution.Execution;

/// <summary>
/// Sends all there is to send and records it, in one go: for hosts whose venue lives in the same unit of work. What the answers ask for
/// (the other leg's cancel, an unwinding, a leg's next part) is sent as well.
/// </summary>
public sealed class DispatchAll(TendPairs tend, WorkLegs work, PrepareDispatches prepare, SendToBroker send, RecordDispatch record)
{
    private const int MostRounds = 8;

    public async Task Handle(CancellationToken ct)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            var reached = false;
            await tend.Handle(ct);
            await work.Handle(ct);
            foreach (var dispatch in await prepare.Handle(ct))
            {
                var result = await send.Handle(dispatch, ct);
                await record.Handle(dispatch, result, ct);
                reached |= result.Reached;
            }
            if (!reached) return;
        }
    }
}
