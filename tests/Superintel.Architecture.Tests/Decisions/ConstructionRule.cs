using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Superintel.Architecture.Tests.Decisions;

/// <summary>A type that may be built in one place only: that is what makes a gate impossible to walk around.</summary>
/// <param name="Type">Full name of the built type.</param>
/// <param name="AllowedIn">Full names of the types whose code may build it; a trailing star allows a whole namespace.</param>
internal sealed record ConstructionRule(string Type, string[] AllowedIn)
{
    public IEnumerable<string> Violations(ModuleDefinition module) =>
        from type in AllTypes(module.Types)
        from method in type.Methods
        where method.HasBody
        from instruction in method.Body.Instructions
        where Builds(instruction)
        let owner = Outermost(type)
        where owner != Type && !AllowedIn.Any(pattern => Matches(pattern, owner))
        select $"{owner} builds a {Type}";

    private bool Builds(Instruction instruction) =>
        instruction.OpCode.Code == Code.Newobj && instruction.Operand is MethodReference constructor
            && constructor.DeclaringType.FullName == Type;

    private static IEnumerable<TypeDefinition> AllTypes(IEnumerable<TypeDefinition> types) =>
        types.SelectMany(type => AllTypes(type.NestedTypes).Prepend(type));

    private static string Outermost(TypeDefinition type) => type.DeclaringType is null ? type.FullName : Outermost(type.DeclaringType);

    private static bool Matches(string pattern, string name) => pattern.EndsWith('*')
        ? name.StartsWith(pattern[..^1], StringComparison.Ordinal)
        : name == pattern;
}
