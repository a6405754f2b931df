namespace Superintel.Venue.Ibkr.Session;

/// <summary>A question that waits for its answer.</summary>
internal interface IPending
{
    void Add<T>(T row);

    void Complete();

    void Fail(TwsException failure);
}
