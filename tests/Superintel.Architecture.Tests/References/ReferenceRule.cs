using Mono.Cecil;

namespace Superintel.Architecture.Tests.References;

/// <summary>Which of our assemblies, and which foreign ones, an assembly may reference.</summary>
/// <param name="Assembly">The assembly's name, or a pattern with one star.</param>
/// <param name="Ours">Patterns of our own assemblies it may reference.</param>
/// <param name="Foreign">Patterns of foreign assemblies it may reference; the base class library is always allowed, as <see cref="Bcl"/>
/// says.</param>
internal sealed record ReferenceRule(string Assembly, string[] Ours, string[] Foreign)
{
    // What does no I/O beyond memory. System.Private.* and the rest of the framework are not listed: a new need is a decision.
    private static readonly string[] Bcl =
    [
        "System.Runtime", "System.Collections*", "System.Linq*", "System.Memory", "System.Numerics.*", "System.Text.*", "System.Threading*",
        "System.ObjectModel", "System.ComponentModel*", "System.Runtime.*", "System.Security.Cryptography",
            "System.Diagnostics.DiagnosticSource",
        "netstandard",
    ];

    public bool AppliesTo(string assembly) => Matches(Assembly, assembly);

    /// <summary>One sentence per reference that the rule forbids.</summary>
    public IEnumerable<string> Violations(AssemblyDefinition assembly) =>
        assembly.MainModule.AssemblyReferences
            .Select(reference => reference.Name)
            .Where(name => !(name.StartsWith("Superintel", StringComparison.Ordinal) ? Ours : [.. Bcl, .. Foreign])
                .Any(p => Matches(p, name)))
            .Order(StringComparer.Ordinal)
            .Select(name => $"{assembly.Name.Name} must not reference {name}");

    private static bool Matches(string pattern, string name)
    {
        var star = pattern.IndexOf('*', StringComparison.Ordinal);
        return star < 0
            ? name == pattern
            : name.Length >= pattern.Length - 1
                && name.StartsWith(pattern[..star], StringComparison.Ordinal)
                    && name.EndsWith(pattern[(star + 1)..], StringComparison.Ordinal);
    }
}
