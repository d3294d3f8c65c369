using System.Collections.Concurrent;
using Instrumentation.Generator.Flow;
using Instrumentation.Generator.Privacy.Summaries;
using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Privacy;

/// <summary>Tells the flow engine what personal data is and where it must not go.</summary>
internal class PiiFlowPolicy : FlowPolicy
{
    private const string LoggingNamespace = "Microsoft.Extensions.Logging";

    private readonly SinkTable _sinks;
    private readonly MemberTable<bool> _sanitizers = new();
    private readonly MemberTable<TextFormat> _serializers = new();
    private readonly MemberTable<LibraryRule> _rules = new();
    private readonly ConcurrentDictionary<ISymbol, ISymbol?> _sources = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, bool> _marking = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, IReadOnlyList<SinkRow>> _rows = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, bool> _sanitizing = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, ISymbol?> _typeSources = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, bool> _mayBeSinks = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, TextFormat?> _formats = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, LibraryRule> _knownRules = new(SymbolEqualityComparer.Default);
    private readonly PiiExtensions _extensions;
    private readonly PiiReviews _reviews;
    private readonly PiiSummaries _summaries;
    private readonly ISet<string> _marked;

    /// <param name="sinks">The sinks.</param>
    /// <param name="extensions">The project's lists.</param>
    /// <param name="reviews">What is accepted.</param>
    /// <param name="summaries">What references tell.</param>
    /// <param name="marked">What whatever is marked is called; it may be more.</param>
    public PiiFlowPolicy(SinkTable sinks, PiiExtensions extensions, PiiReviews reviews, PiiSummaries summaries, ISet<string> marked)
    {
        _marked = marked;
        _sinks = sinks;
        _summaries = summaries;
        _extensions = extensions;
        _reviews = reviews;
        foreach (var (type, members) in PiiSafeguards.Sanitizers) _sanitizers.Add(type, members, true);
        foreach (var (type, members, format) in PiiSafeguards.Serializers) _serializers.Add(type, members, format);
        foreach (var (type, members, rule) in PiiSafeguards.Rules) _rules.Add(type, members, rule);
    }

    public override ISymbol? SourceOf(ISymbol symbol)
    {
        // What is made of a generic member is marked as that is.
        var definition = symbol.OriginalDefinition;
        if (_sources.TryGetValue(definition, out var known)) return known;
        return _sources[definition] = (MayBeMarked(definition) && ((IsCalledAsMarked(definition) && PiiMarks.MarkOf(definition) is not null) || (PiiMarks.TypeOf(definition) is { } type && SourceOfType(type) is not null))) || _extensions.IsSource(definition) ? definition : _summaries.SourceOf(definition);
    }

    public override ISymbol? SourceOfType(ITypeSymbol type)
    {
        if (_typeSources.TryGetValue(type, out var known)) return known;
        return _typeSources[type] = (type is not INamedTypeSymbol { TypeArguments.IsEmpty: true } || MayBeMarked(type)) && PiiMarks.IsPersonal(type) ? type : null;
    }

    // What is called otherwise is not marked: to look for a mark means to look at all that it overrides and implements. What has no name of its own may be.
    private bool IsCalledAsMarked(ISymbol symbol) => symbol switch
    {
        ILocalSymbol => false,
        IParameterSymbol parameter => _marked.Contains(parameter.Name) || IsCalledAsMarked(parameter.ContainingSymbol),
        IPropertySymbol { IsIndexer: true } or IMethodSymbol { MethodKind: not (MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation or MethodKind.LocalFunction or MethodKind.PropertyGet or MethodKind.PropertySet or MethodKind.Constructor) } => true,
        IMethodSymbol { AssociatedSymbol: { } property } => IsCalledAsMarked(property),
        IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType.Name: var type } => _marked.Contains(type),
        _ => _marked.Contains(symbol.Name.Substring(symbol.Name.LastIndexOf('.') + 1)),
    };

    // Most are asked for that stand in libraries which know of no marks: their attributes need not be read.
    private bool MayBeMarked(ISymbol symbol)
    {
        if (symbol.ContainingAssembly is not { } assembly || assembly is ISourceAssemblySymbol) return true;
        if (!_marking.TryGetValue(assembly, out var known)) _marking[assembly] = known = PiiGate.MayHaveMarks(assembly);
        return known;
    }

    public override bool IsExempt(ISymbol member) => PiiMarks.IsExempt(member);

    public override bool Tells(ITypeSymbol type) => PiiMarks.Tells(type);

    public override bool MayBeSink(ISymbol member)
    {
        if (_mayBeSinks.TryGetValue(member, out var known)) return known;
        return _mayBeSinks[member] = Rows(member).Count > 0 || _summaries.Of(member)?.Written.Any() == true || (member is IMethodSymbol method && (IsLoggerMessage(method) || IsExceptionConstructor(method)));
    }

    public override SinkArgument? SinkOf(IMethodSymbol method, IParameterSymbol parameter, int position, string? template)
    {
        if (parameter.Type.Is(LoggingNamespace, "LogLevel") || parameter.Type.Is(LoggingNamespace, "EventId")) return null;
        foreach (var row in Rows(method))
        {
            if (row.Only.Length > 0 ? !Has(row.Only, parameter.Name) : Has(row.Except, parameter.Name)) continue;
            if (method.IsExtensionMethod && parameter.Ordinal == 0 && method.ReducedFrom is null && row.Only.Length == 0 && row.Type != "user") continue;
            return new SinkArgument(new FlowSink(row.Family, NameOf(method)), IsDestructured(parameter, position, template) ? TextFormat.Destructured : row.Format);
        }

        foreach (var (ordinal, family, format) in _summaries.Of(method)?.Written ?? [])
        {
            if (ordinal == OrdinalOf(method, parameter)) return new SinkArgument(new FlowSink(family, NameOf(method)), format);
        }

        if (IsLoggerMessage(method) && !IsLogger(parameter.Type))
        {
            var isExpanded = parameter.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name is "LogPropertiesAttribute" or "TagProviderAttribute");
            return new SinkArgument(new FlowSink(SinkFamily.Log, NameOf(method)), isExpanded ? TextFormat.Destructured : TextFormat.Listed);
        }

        if (IsExceptionConstructor(method) && !PiiSinks.SilentExceptionParameters.Contains(parameter.Name) && (parameter.Type.SpecialType == SpecialType.System_String || parameter.Name == "actualValue"))
            return new SinkArgument(new FlowSink(SinkFamily.Exception, NameOf(method)), TextFormat.Plain);
        return null;
    }

    public override SinkArgument? SinkOfAssignment(ISymbol member)
    {
        foreach (var row in Rows(member)) return new SinkArgument(new FlowSink(row.Family, member is IPropertySymbol { IsIndexer: true } ? member.ContainingType.Name : member.Name), row.Format);
        return null;
    }

    public override SinkArgument? SinkOfRole(string role, IMethodSymbol method)
    {
        if (_sinks.OfRole(role) is not { } family) return null;
        var isWritten = method.Name.StartsWith("Write", StringComparison.Ordinal) || method.Name.StartsWith("Add", StringComparison.Ordinal) || method.Name is "Append" or "TryAdd" or "set_Item";
        return isWritten ? new SinkArgument(new FlowSink(family, PiiSinks.NameOfRole(role)), TextFormat.Plain) : null;
    }

    // What LoggerMessage.Define returns: Action<ILogger, …, Exception?>, and Func<ILogger, …, IDisposable?> for a scope.
    public override SinkArgument? SinkOfDelegate(ITypeSymbol type, int position)
    {
        if (type is not INamedTypeSymbol { TypeArguments: [{ } first, ..] arguments, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } || !IsLogger(first) || position == 0) return null;
        if (type.Name == "Action" && arguments[^1].Is("System", "Exception")) return new SinkArgument(new FlowSink(SinkFamily.Log, "LoggerMessage.Define"), TextFormat.Listed);
        return type.Name == "Func" && arguments[^1].SpecialType == SpecialType.System_IDisposable ? new SinkArgument(new FlowSink(SinkFamily.Scope, "LoggerMessage.DefineScope"), TextFormat.Listed) : null;
    }

    public override string? RoleOf(ISymbol member)
    {
        if (member is not (IPropertySymbol or IMethodSymbol) || !PiiSinks.RoleNames.Contains(member.Name)) return null;

        // A writer over a stream writes where that does.
        if (member is IMethodSymbol { MethodKind: MethodKind.Constructor, Parameters: not [{ Type.SpecialType: SpecialType.System_String }, ..] }) return null;
        var name = $"{member.ContainingType.DottedName()}.{member.Name}";
        return _sinks.OfRole(name) is null ? null : name;
    }

    public override bool Sanitizes(IMethodSymbol method)
    {
        if (_sanitizing.TryGetValue(method, out var known)) return known;
        return _sanitizing[method] = _sanitizers.Of(method).Any() || _extensions.IsSanitizer(method);
    }

    public override TextFormat? SerializerOf(IMethodSymbol method)
    {
        if (_formats.TryGetValue(method, out var known)) return known;
        TextFormat? found = null;
        foreach (var format in _serializers.Of(method)) found ??= format;
        return _formats[method] = found;
    }

    public override bool IsHidden(ISymbol member, TextFormat format)
    {
        foreach (var attribute in member.GetAttributes())
        {
            if (attribute.AttributeClass is not { } type) continue;
            foreach (var (name, hidden) in PiiSafeguards.HidingAttributes)
            {
                // JsonIgnore may hide null only.
                if (hidden == format && type.MetadataName() == name) return attribute.Named("Condition", 1) == 1;
            }
        }

        return format == TextFormat.Contract && member.ContainingType.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "DataContractAttribute")
            && !member.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name is "DataMemberAttribute" or "JsonPropertyAttribute");
    }

    public override LibraryRule RuleOf(IMethodSymbol method)
    {
        if (_knownRules.TryGetValue(method, out var known)) return known;
        var rules = _rules.Of(method).Take(1).ToList();
        return _knownRules[method] = rules.Count > 0 ? rules[0] : method is { Name: "Clear", Parameters.IsEmpty: true, IsStatic: false } ? LibraryRule.Reset : LibraryRule.Default;
    }

    public override bool Ignores(IMethodSymbol method, IParameterSymbol parameter) => _summaries.Of(method)?.Ignores(OrdinalOf(method, parameter)) == true;

    public override IEnumerable<(string Part, ISymbol Source)> SourceParts(IMethodSymbol method) => _summaries.Of(method)?.Returned
        .Where(static returned => returned.Part != MemberSummary.Whole).Select(returned => (returned.Part, _summaries.Resolve(returned.Source, method))) ?? [];

    public override bool IsAccepted(ISymbol method)
    {
        for (ISymbol? symbol = method; symbol is IMethodSymbol or IPropertySymbol; symbol = symbol.ContainingSymbol)
        {
            if (_reviews.Cover(symbol)) return true;
        }

        return false;
    }

    private IReadOnlyList<SinkRow> Rows(ISymbol member)
    {
        if (!_rows.TryGetValue(member, out var rows)) _rows[member] = rows = [.. _sinks.Of(member), .. _extensions.SinksOf(member)];
        return rows;
    }

    private static bool Has(string names, string name) => names.Length > 0 && Array.IndexOf(names.Split(' '), name) >= 0;

    // The receiver of an extension method is its first parameter.
    private static int OrdinalOf(IMethodSymbol method, IParameterSymbol parameter) => parameter.Ordinal + (method.ReducedFrom is null ? 0 : 1);

    private static string NameOf(IMethodSymbol method) => method.MethodKind == MethodKind.Constructor ? method.ContainingType.Name : method.Name;

    private static bool IsLogger(ITypeSymbol type) => type.Is(LoggingNamespace, "ILogger") || type.AllInterfaces.Any(static implemented => implemented.Is(LoggingNamespace, "ILogger"));

    /// <summary><c>[LoggerMessage] partial void</c>: the parameters are the message.</summary>
    public static bool IsLoggerMessage(IMethodSymbol method) => method.GetAttributes().Any(static attribute =>
        attribute.AttributeClass is { Name: "LoggerMessageAttribute" } type && type.Is(LoggingNamespace, "LoggerMessageAttribute"));

    // Those of the program's own lead to one of a library.
    private static bool IsExceptionConstructor(IMethodSymbol method) => method is { MethodKind: MethodKind.Constructor, ContainingType: { } type } && type.IsException() && !type.IsInSource();

    // "{@User}": the hole of that position.
    private static bool IsDestructured(IParameterSymbol parameter, int position, string? template)
    {
        if (template is null || template.IndexOf("{@", StringComparison.Ordinal) < 0 || parameter.Name is "message" or "messageTemplate" or "exception") return false;
        var hole = parameter.IsParams ? position : parameter.Name.StartsWith("propertyValue", StringComparison.Ordinal) && int.TryParse(parameter.Name.Substring(13), out var number) ? number : parameter.Name.StartsWith("arg", StringComparison.Ordinal) && int.TryParse(parameter.Name.Substring(3), out var second) ? second - (parameter.Name == "arg0" ? 0 : 1) : 0;
        var at = -1;
        for (var i = 0; i < template.Length; i++)
        {
            if (template[i] != '{') continue;
            if (i + 1 < template.Length && template[i + 1] == '{') i++;
            else if (++at == hole) return i + 1 < template.Length && template[i + 1] == '@';
        }

        return false;
    }
}
