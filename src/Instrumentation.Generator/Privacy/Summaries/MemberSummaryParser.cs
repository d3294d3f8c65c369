using Instrumentation.Generator.Flow;
using Instrumentation.Generator.Methods;
using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Generator.Privacy.Summaries;

/// <summary>Finds out what the members of a library that others can call do with personal data: what their signatures and marks do not tell.</summary>
internal sealed class MemberSummaryParser
{
    private const int DeepestElement = 3;
    private const int PreparedAtOnce = 64;

    private readonly FlowProgram _program;
    private readonly WritingBodies? _writing;
    private readonly NameScopes _scopes;
    private readonly IAssemblySymbol _assembly;
    private readonly bool _hasFriends;
    private readonly Dictionary<string, MemberSummary> _members = new(StringComparer.Ordinal);

    private MemberSummaryParser(FlowProgram program, WritingBodies? writing)
    {
        _scopes = new NameScopes(program.Bodies);
        _writing = writing;
        _program = program;
        _assembly = program.Compilation.Assembly;
        _hasFriends = _assembly.GetAttributes().Any(static attribute => attribute.AttributeClass is { Name: "InternalsVisibleToAttribute" });
    }

    /// <summary>The lines of the assembly's table, by id.</summary>
    /// <param name="program">The program.</param>
    /// <param name="writing">The bodies that may write something where it is seen; any may where it is <see langword="null"/>.</param>
    public static IEnumerable<string> Read(FlowProgram program, WritingBodies? writing)
    {
        var parser = new MemberSummaryParser(program, writing);

        // The short ones first: they tell most for what they cost.
        var telling = program.Bodies.All.Where(body => parser.MayTell(body) && !parser.IsToldByItsNames(body))
            .OrderBy(static body => body.Span.Length).ThenBy(static body => body.Node.SyntaxTree.FilePath, StringComparer.Ordinal).ThenBy(static body => body.Span.Start).ToList();
        for (var i = 0; i < telling.Count && !program.IsSpent; i++)
        {
            program.Cancellation.ThrowIfCancellationRequested();
            if (i % PreparedAtOnce == 0) program.Crew.For(Math.Min(PreparedAtOnce, telling.Count - i), next => telling[i + next].Prepare());
            parser.Add(telling[i]);
        }

        foreach (var (type, part) in program.Kept.Members) parser.AddKept(type, part);
        parser.AddFieldMarks();

        // Where something could not be followed to its end, what it leaves out cannot be relied on. What it found can.
        if (program.GivenUp.Any() || program.IsSpent)
        {
            foreach (var summary in parser._members.Values) summary.IgnoreNothing();
        }

        return parser._members.Where(static member => !member.Value.IsEmpty).OrderBy(static member => member.Key, StringComparer.Ordinal).Select(static member => member.Value.Describe(member.Key));
    }

    // What takes nothing that tells and reaches no source has nothing to tell; nor has what neither writes nor returns what it takes.
    private bool MayTell(FlowBody body)
    {
        if (body.Owner is not IMethodSymbol { MethodKind: not (MethodKind.StaticConstructor or MethodKind.Destructor) } method || IsAction(method)) return false;
        var tells = TellsResult(method);
        return (((tells || _writing?.Bodies.Contains(body) != false) && method.Parameters.Any(Matters)) || _program.MayMatter(body))
            && Fronts(method).Any();
    }

    // What the names in it say already: that nothing of what it takes is written, and that what it returns is made of none of it.
    private bool IsToldByItsNames(FlowBody body)
    {
        var method = (IMethodSymbol)body.Owner;
        if (_writing is null || _program.MayMatter(body) || NameFlow.Of(body, _scopes) is not { } names) return false;
        var matter = method.Parameters.Where(Matters).ToList();
        var reached = names.From(matter.Select(static parameter => parameter.Name));
        if (names.Uses(reached, _writing.Words)) return false;
        if (!TellsResult(method)) return true;
        if (names.Returns(reached)) return false;
        var summary = new MemberSummary();
        foreach (var parameter in matter) summary.Ignore(parameter.Ordinal);
        AddTo(method, summary);
        return true;
    }

    private void AddTo(IMethodSymbol method, MemberSummary summary)
    {
        foreach (var front in Fronts(method)) Add(front, summary, SymbolEqualityComparer.Default.Equals(front, method.PartialDefinitionPart ?? method) && !IsOverridable(method));
    }

    // Only the framework calls it, by its route. What derives from a controller that is none itself may call it, too.
    private static bool IsAction(IMethodSymbol method) => method is { MethodKind: MethodKind.Ordinary, IsStatic: false, DeclaredAccessibility: Accessibility.Public, ContainingType: { IsAbstract: false } type }
        && type.Ancestors().Any(static ancestor => ancestor.Is("Microsoft.AspNetCore.Mvc", "ControllerBase")) && !method.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "NonActionAttribute");

    private void Add(FlowBody body)
    {
        var method = (IMethodSymbol)body.Owner;
        if (FlowProbe.Of(_program, body, Matters) is not { } probe) return;

        var summary = new MemberSummary();
        foreach (var pending in probe.Outcome.Pending)
        {
            if (probe.InputOf(pending.Token) is >= 0 and var ordinal && pending.Sink is { Kind: SinkFamily family, AcceptedBy: null })
                summary.Write(ordinal, family, pending.Token.IsSerialized ? TextFormat.Json : TextFormat.Listed);
        }

        if (!method.ReturnsVoid && method.MethodKind != MethodKind.Constructor) AddResult(method, probe, summary);
        if (!summary.IsEmpty) AddTo(method, summary);
    }

    // Whether it is worth telling that what it returns is not made of what it takes. A type parameter is followed by the signature alone.
    private static bool TellsResult(IMethodSymbol method)
    {
        if (method.ReturnsVoid || method.AssociatedSymbol is not null || method.Parameters.Any(static parameter => parameter.RefKind != RefKind.None)) return false;
        var type = Awaited(method.ReturnType);
        return type.IsTextual() || type.IsCollection() || type.SpecialType == SpecialType.System_Object;
    }

    private void AddResult(IMethodSymbol method, FlowProbe probe, MemberSummary summary)
    {
        var inputs = new HashSet<int>();
        var isMarked = PiiMarks.IsPersonal(method) || (method.AssociatedSymbol is { } property && PiiMarks.IsPersonal(property));
        AddTaints(MemberSummary.Whole, probe.Outcome.Result, probe, isMarked, inputs, summary);
        var type = Awaited(method.ReturnType);
        foreach (var item in probe.Outcome.Result.Objects)
        {
            foreach (var part in probe.Outcome.State.Parts(item))
            {
                // Fields of a tuple are told apart, elements of a list are not.
                var name = type.IsTupleType ? part.Key : MemberSummary.Whole;
                if (type.IsTupleType || type.IsCollection() || part.Key is Part.Content or Part.Put) AddTaints(name, part.Value, probe, isMarked, inputs, summary);
                else foreach (var source in Inputs(part.Value, probe)) inputs.Add(source);
            }
        }

        if (!TellsResult(method)) return;
        foreach (var parameter in method.Parameters.Where(Matters))
        {
            if (!inputs.Contains(parameter.Ordinal)) summary.Ignore(parameter.Ordinal);
        }
    }

    private void AddTaints(string part, FlowValue value, FlowProbe probe, bool isMarked, HashSet<int> inputs, MemberSummary summary)
    {
        foreach (var source in Inputs(value, probe)) inputs.Add(source);
        if (isMarked) return;
        foreach (var item in value.Taints.Items)
        {
            if (item.Key.Source is { } source) summary.Return(part, IdOf(source));
        }
    }

    private static IEnumerable<int> Inputs(FlowValue value, FlowProbe probe) => value.Taints.Items.Select(item => probe.InputOf(item.Key)).OfType<int>();

    // What a constructor or another method has left in a property that does not compute anything.
    private void AddKept(ITypeSymbol type, string part)
    {
        if (_program.Kept.Of(type, part) is not { } kept || kept.Taints.Items.Select(static item => item.Key.Source).FirstOrDefault(static source => source is not null) is not { } source) return;
        foreach (var member in Part.In(type, part))
        {
            if (member is not (IFieldSymbol or IPropertySymbol) || !IsVisible(member) || PiiMarks.IsPersonal(member)) continue;
            var summary = new MemberSummary();
            summary.Return(MemberSummary.Whole, IdOf(source));
            Add(member, summary, isWhole: false);
        }
    }

    // `[field: Pii] public string Email { get; }`, also in `record User([field: Pii] string Email)`: who references the assembly does not see the field.
    private void AddFieldMarks()
    {
        foreach (var list in AnnotatedNames.Redirected(_program.Compilation))
        {
            if (list is not { Target.Identifier.RawKind: (int)SyntaxKind.FieldKeyword, Parent: { } declaration }) continue;
            var declared = _program.Bodies.ModelOf(list.SyntaxTree).GetDeclaredSymbol(declaration, _program.Cancellation);
            var property = declared is IParameterSymbol ? declared.ContainingType.GetMembers(declared.Name).OfType<IPropertySymbol>().FirstOrDefault() : declared as IPropertySymbol;
            if (property is null || !IsVisible(property) || !PiiMarks.IsPersonal(property)) continue;
            var summary = new MemberSummary();
            summary.Return(MemberSummary.Whole, IdOf(property));
            Add(property, summary, isWhole: false);
        }
    }

    // Of a member that others may implement, what one implementation does not do says nothing.
    private void Add(ISymbol member, MemberSummary summary, bool isWhole)
    {
        if (member.OriginalDefinition.GetDocumentationCommentId() is not { } id) return;
        var own = summary.Copy();
        if (!isWhole) own.IgnoreNothing();
        if (_members.TryGetValue(id, out var known)) known.Join(own);
        else _members[id] = own;
    }

    private static bool IsOverridable(IMethodSymbol method) => (method.IsVirtual || method.IsAbstract || (method.IsOverride && !method.IsSealed)) && !method.ContainingType.IsSealed;

    // The names that others know a method by: its own, and those of what it implements or overrides.
    private IEnumerable<ISymbol> Fronts(IMethodSymbol method)
    {
        var member = method.PartialDefinitionPart ?? method;
        var own = member.AssociatedSymbol is IPropertySymbol property ? SymbolEqualityComparer.Default.Equals(property.GetMethod, member) ? property : null : (ISymbol)member;
        if (own is null) yield break;
        for (var current = own; current is not null; current = current switch { IMethodSymbol { OverriddenMethod: { } overridden } => overridden, IPropertySymbol { OverriddenProperty: { } overridden } => overridden, _ => null })
        {
            if (IsVisible(current) && !IsFramework(current)) yield return current;
        }

        if (own.IsStatic || own.ContainingType is not { TypeKind: not TypeKind.Interface } type) yield break;
        foreach (var declared in type.AllInterfaces.SelectMany(static implemented => implemented.GetMembers()))
        {
            if (declared.Kind == own.Kind && IsVisible(declared) && !IsFramework(declared) && SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(declared)?.OriginalDefinition, own.OriginalDefinition)) yield return declared;
        }
    }

    private static bool IsFramework(ISymbol member) => member.ContainingAssembly?.Name is { } name
        && (name is "mscorlib" or "netstandard" or "System" || name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Microsoft.", StringComparison.Ordinal));

    private bool IsVisible(ISymbol symbol)
    {
        var isOwn = SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, _assembly);
        for (var current = symbol; current is not null and not INamespaceSymbol; current = current.ContainingSymbol)
        {
            if (current.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal or Accessibility.NotApplicable) continue;
            if (!(isOwn && _hasFriends && current.DeclaredAccessibility == Accessibility.Internal)) return false;
        }

        return true;
    }

    // Of a record or another object of the library only some members may be written, and those that are marked are reported here already.
    private bool Matters(IParameterSymbol parameter) => parameter.RefKind != RefKind.Out && IsWrittenAsIs(parameter.Type) && _program.Policy.Tells(parameter.Type) && _program.Policy.SourceOf(parameter) is null;

    // There are lists of themselves.
    private static bool IsWrittenAsIs(ITypeSymbol type, int depth = 0) => type.IsTextual() || type.IsNumber() || type.IsTime() || type.SpecialType == SpecialType.System_Object
        || type.TypeKind is TypeKind.TypeParameter or TypeKind.Dynamic || type.Is("System", "FormattableString")
        || (depth < DeepestElement && type.IsCollection() && type.ElementType() is { } element && IsWrittenAsIs(element, depth + 1));

    private static ITypeSymbol Awaited(ITypeSymbol type) => type.IsTransparent() ? ((INamedTypeSymbol)type).TypeArguments[0] : type;

    private static string IdOf(ISymbol source) => source.OriginalDefinition.GetDocumentationCommentId() ?? source.ShortName();
}
