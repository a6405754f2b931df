namespace Superintel.Risk.Exposure.External.Ports;

/// <summary>What others do in the desk's accounts, as Execution told last.</summary>
public interface IExternalBook
{
    /// <summary>All that works or is held.</summary>
    ValueTask<ExternalBook> Now(CancellationToken ct);

    /// <summary>Takes over the newest word; an older version, or the same, changes nothing.</summary>
    ValueTask Save(ExternalOrder order, CancellationToken ct);

    /// <summary>Takes over the newest word; an older one changes nothing.</summary>
    ValueTask Save(ExternalPosition position, CancellationToken ct);
}
