namespace Superintel.Venue.Ibkr.Session;

/// <summary>A question whose rows come one by one until TWS says that there are no more.</summary>
internal sealed class Pending<TRow>(int mostRows) : IPending
{
    private readonly List<TRow> rows = [];
    private readonly TaskCompletionSource<IReadOnlyList<TRow>> done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<IReadOnlyList<TRow>> Rows => done.Task;

    /// <summary>The newest row so far; null: none.</summary>
    public TRow? Last { get; private set; }

    public void Add<T>(T row)
    {
        if (row is not TRow fitting || done.Task.IsCompleted) return;
        Last = fitting;
        if (rows.Count < mostRows) rows.Add(fitting);
        else Fail(new TwsException("too-many-rows", $"More than {mostRows} rows came for one question."));
    }

    public void Complete() => done.TrySetResult(rows);

    public void Fail(TwsException failure)
    {
        if (done.TrySetException(failure)) _ = done.Task.Exception; // observed: whoever asked may have gone
    }
}
