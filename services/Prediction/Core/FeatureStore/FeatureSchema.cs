using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Superintel.Prediction.FeatureStore;

/// <summary>The ordered fields of a kind of feature vector. A change of any field is a new version.</summary>
public sealed class FeatureSchema
{
    private readonly FrozenDictionary<string, int> ordinals;

    /// <exception cref="ArgumentException">No fields, a field twice, or a version below 1.</exception>
    public FeatureSchema(string name, int version, ImmutableArray<FeatureField> fields)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (version < 1) throw new ArgumentException($"The version of {name} is {version}; versions count from 1.", nameof(version));
        if (fields.IsDefaultOrEmpty) throw new ArgumentException($"The schema {name} has no fields.", nameof(fields));
        if (fields.DistinctBy(field => field.Name).Count() < fields.Length)
            throw new ArgumentException($"The schema {name} has a field twice.", nameof(fields));
        (Name, Version, Fields) = (name, version, fields);
        ordinals = fields.Select((field, ordinal) => KeyValuePair.Create(field.Name, ordinal)).ToFrozenDictionary();
    }

    public string Name { get; }

    public int Version { get; }

    public ImmutableArray<FeatureField> Fields { get; }

    /// <summary>Name and version, for example <c>pair-spread/1</c>.</summary>
    public string Key => $"{Name}/{Version}";

    /// <exception cref="KeyNotFoundException">The schema has no such field.</exception>
    public int Ordinal(string field) => ordinals.TryGetValue(field, out var ordinal)
        ? ordinal
        : throw new KeyNotFoundException($"The schema {Key} has no field '{field}'.");

    /// <summary>Whether another schema has the same name, version and fields in the same order.</summary>
    public bool Matches(FeatureSchema other) => Key == other.Key && Fields.AsSpan().SequenceEqual(other.Fields.AsSpan());

    public override string ToString() => Key;
}
