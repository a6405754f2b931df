using Superintel.Venue.Ibkr.Messages.Answers;

namespace Superintel.Venue.Ibkr.Session;

// How a session ends: by its stream, by what cannot be read, by silence, or by a question that was given up. It never stands unread.
public sealed partial class TwsClient
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);
    private volatile string? fatal;
    private long heardAt;
    private bool isVenueAway;
    private long awaySince;

    private async Task ReadToEnd()
    {
        string why;
        try
        {
            why = await socket.Read(Take, ended.Token);
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            why = "disposed";
        }
        catch (Exception failure)
        {
            // Whoever failed over these bytes: what they said was not taken in, and a session that nobody reads must not seem to stand.
            why = Failed(failure);
        }
        End(fatal ?? why);
    }

    private void End(string why)
    {
        lock (moving) (EndedBecause, state) = (EndedBecause ?? why, ConnectionState.Down);
        socket.Dispose();
        var failure = new TwsException("connection-lost", $"The session ended: {EndedBecause}.", mayHaveLeft: true);
        // A gateway shuts the door on a second client of one id; whoever sends what cannot be read is no gateway.
        var hint = EndedBecause is "closed" or "connection-reset" ? "is the client id in use?" : "does a TWS listen there?";
        if (ready.TrySetException(new TwsException("closed-before-ready", $"{EndedBecause}; {hint}"))) _ = ready.Task.Exception;
        pending.FailAll(failure);
        subscriptions.EndAll();
        TellLate(OverdueNow(all: true));
        listener.Connection(ConnectionState.Down, dataLost: true);
    }

    // From any thread: it is over at once, and what waits is told so when the reading ends.
    private void Leave(string why)
    {
        lock (moving)
        {
            if (EndedBecause is not null) return;
            (EndedBecause, state) = (why, ConnectionState.Down);
            fatal ??= why;
        }
        socket.Dispose();
    }

    // Executions whose commission stays away must not stay with it.
    private async Task Tend()
    {
        using var timer = new PeriodicTimer(Beat, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(ended.Token))
                if (!TellLate(OverdueNow(all: false))) Leave("malformed");
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            state = ConnectionState.Down;
        }
    }

    // A gateway can go without closing anything, and it can be without IB for longer than makes sense to wait.
    private async Task Keep()
    {
        using var timer = new PeriodicTimer(Beat, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(ended.Token))
            {
                if (state == ConnectionState.Down) return;
                if (IsAwayTooLong()) Leave("venue-lost");
                else if (clock.GetElapsedTime(Volatile.Read(ref heardAt)) >= options.Silence) await Probe(ended.Token);
            }
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            state = ConnectionState.Down;
        }
        catch (TwsException)
        {
            Leave("silent"); // unless the question's own end was first to say why
        }
    }

    private bool IsAwayTooLong()
    {
        lock (moving) return isVenueAway && clock.GetElapsedTime(awaySince) >= options.VenueLostLimit;
    }

    private void VenueAway()
    {
        lock (moving)
        {
            if (!isVenueAway) awaySince = clock.GetTimestamp();
            isVenueAway = true;
        }
        Become(ConnectionState.VenueLost, dataLost: false);
    }

    private void VenueBack(bool dataLost)
    {
        lock (moving) isVenueAway = false;
        Become(ConnectionState.Ready, dataLost);
    }

    private void Become(ConnectionState next, bool dataLost)
    {
        lock (moving)
        {
            if (state == ConnectionState.Down) return;
            state = next;
            listener.Connection(next, dataLost);
        }
    }

    private bool TellLate(IReadOnlyList<PricedExecution> late)
    {
        try
        {
            foreach (var execution in late) listener.Heard(execution);
            return true;
        }
        catch (Exception failure)
        {
            Failed(failure);
            return false;
        }
    }

    private string Failed(Exception failure)
    {
        listener.Unreadable(0, $"malformed: {failure.GetType().Name}");
        return "malformed";
    }
}
