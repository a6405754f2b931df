namespace Superintel.Risk.Exposure.Outside.Ports;

/// <summary>What others do in the desk's accounts, as Execution told last.</summary>
public interface IOutsideBook
{
    /// <summary>All that works or is held.</summary>
    ValueTask<OutsideBook> Now(CancellationToken ct);

    /// <summary>Takes over the newest word; an older version, or the same, changes nothing.</summary>
    ValueTask Save(OutsideOrder order, CancellationToken ct);

    /// <summary>Takes over the newest word; an older one changes nothing.</summary>
    ValueTask Save(OutsidePosition position, CancellationToken ct);
}
