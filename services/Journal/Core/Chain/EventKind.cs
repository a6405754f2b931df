using System.Text.Json;
using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;

namespace Superintel.Journal.Chain;

/// <summary>What the journal records, by name.</summary>
public static class EventKind
{
    /// <summary>Every V1 event but the journal's own announcement and the progress of research, by name in ordinal order.</summary>
    public static IReadOnlyList<Type> Journaled { get; } =
    [
        .. typeof(IEvent).Assembly.GetExportedTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IEvent))
                && type != typeof(JournalEntryRecorded) && type != typeof(AnalyticsJobProgressed))
            .OrderBy(type => type.Name, StringComparer.Ordinal),
    ];

    /// <summary>OrderFilled is order-filled.</summary>
    public static string Of(Type type) => JsonNamingPolicy.KebabCaseLower.ConvertName(type.Name);

    public static string Of(IEvent happened) => Of(happened.GetType());
}
