using Mono.Cecil;

namespace Superintel.Architecture.Tests.References;

public sealed class ReferenceTests
{
    private static readonly string Output = TestContext.CurrentContext.TestDirectory;

    private static IEnumerable<string> Assemblies => ReferenceRules.All.Select(rule => rule.Assembly);

    [TestCaseSource(nameof(Assemblies))]
    public void Assembly_references_only_what_its_rule_allows(string name)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(Path.Combine(Output, name + ".dll"));
        Assert.That(RuleOf(name).Violations(assembly), Is.Empty);
    }

    [Test]
    public void Every_assembly_of_ours_has_a_rule()
    {
        var ruled = Assemblies.ToHashSet(StringComparer.Ordinal);
        var ours = Directory.EnumerateFiles(Output, "Superintel*.dll").Select(file => Path.GetFileNameWithoutExtension(file)!)
            .Where(name => !name.EndsWith(".Tests", StringComparison.Ordinal) && name != "Superintel.TestKit");
        Assert.That(ours.Where(name => !ruled.Contains(name)), Is.Empty);
    }

    [TestCase("Superintel.Kernel", "Newtonsoft.Json")]
    [TestCase("Superintel.Contracts.Events", "Superintel.Kernel")]
    [TestCase("Superintel.Risk", "Npgsql")]
    [TestCase("Superintel.Risk", "Microsoft.AspNetCore.Http")]
    [TestCase("Superintel.Risk", "System.Net.Http")]
    [TestCase("Superintel.Risk", "Superintel.Execution")]
    [TestCase("Superintel.Risk.Service", "Superintel.Execution")]
    [TestCase("Superintel.Gateway", "Superintel.Risk")]
    [TestCase("Superintel.ServiceDefaults", "Superintel.Kernel")]
    [TestCase("Superintel.AppHost", "Superintel.Journal.Service")]
    public void Planted_reference_is_reported(string assembly, string reference)
    {
        using var planted = AssemblyDefinition.CreateAssembly(
            new AssemblyNameDefinition(assembly, new Version(1, 0)), assembly, ModuleKind.Dll);
        planted.MainModule.AssemblyReferences.Add(new AssemblyNameReference(reference, new Version(1, 0)));
        Assert.That(RuleOf(assembly).Violations(planted), Is.EqualTo(new[] { $"{assembly} must not reference {reference}" }));
    }

    private static ReferenceRule RuleOf(string assembly) => ReferenceRules.All.Single(rule => rule.AppliesTo(assembly));
}
