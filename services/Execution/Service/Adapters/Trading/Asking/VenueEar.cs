namespace Superintel.Execution.Service.Adapters.Trading.Asking;

/// <summary>How many questions a venue hears at once, and whether it answers.</summary>
internal sealed class VenueEar(int atOnce) : IDisposable
{
    private volatile Silence? silence;

    public SemaphoreSlim Turn { get; } = new(atOnce);

    /// <summary>Null: it answers, as far as is known.</summary>
    public Silence? Silence
    {
        get => silence;
        set => silence = value;
    }

    public void Dispose() => Turn.Dispose();
}
