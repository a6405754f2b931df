using System.Globalization;
using Superintel.AppHost.Local.State;
using Superintel.AppHost.Model;

namespace Superintel.AppHost.Local.Planning;

/// <summary>Fills the places of a template with this machine's addresses and this fleet's secrets.</summary>
public sealed class LocalValues(IReadOnlyList<Parameter> parameters, Addresses addresses, Secrets secrets)
{
    public string Parameter(string name)
    {
        var parameter = parameters.FirstOrDefault(parameter => parameter.Name == name)
            ?? throw new ArgumentException($"The fleet has no parameter {name}.", nameof(name));
        return secrets.Of(name, parameter.GeneratedLength);
    }

    /// <summary>The variables of a part, without those that speak of a part which is left out on this machine.</summary>
    public SortedDictionary<string, string> Fill(IReadOnlyDictionary<string, Template> environment)
    {
        var filled = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, template) in environment)
        {
            var owners = template.Segments.Select(segment => segment.Placeholder).Where(place => place?.Endpoint is not null);
            if (owners.All(place => addresses.Knows(place!.Owner)))
                filled[name] = template.Fill(Value);
        }

        return filled;
    }

    private string Value(Placeholder place) => place.Property switch
    {
        PlaceholderProperty.Value => Parameter(place.Owner),
        PlaceholderProperty.Url => addresses.Url(place.Owner, place.Endpoint!),
        PlaceholderProperty.Host => Addresses.Host,
        PlaceholderProperty.Port or PlaceholderProperty.TargetPort =>
            addresses.Port(place.Owner, place.Endpoint!).ToString(CultureInfo.InvariantCulture),
        _ => throw new ArgumentOutOfRangeException(nameof(place), place, null),
    };
}
