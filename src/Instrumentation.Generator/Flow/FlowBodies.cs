using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Instrumentation.Generator.Flow;

/// <summary>A piece of code with a graph of its own: a method, an accessor, an initializer.</summary>
internal sealed class FlowBody(ISymbol owner, SyntaxNode node, SemanticModel model)
{
    private readonly object _gate = new();
    private ControlFlowGraph? _graph;
    private bool _isTried;
    private bool? _returnsItself;

    /// <summary>The method, or the field or property that is initialized.</summary>
    public ISymbol Owner { get; } = owner;

    public SyntaxNode Node { get; } = node;

    /// <summary>Where its code stands: of a primary constructor and of top-level statements less than the node.</summary>
    public TextSpan Span => Node switch
    {
        TypeDeclarationSyntax { ParameterList: { } parameters } type => TextSpan.FromBounds(parameters.SpanStart, (type.BaseList?.Span ?? parameters.Span).End),
        CompilationUnitSyntax unit => TextSpan.FromBounds(unit.Members.First(static member => member is GlobalStatementSyntax).SpanStart, unit.Members.Last(static member => member is GlobalStatementSyntax).Span.End),
        _ => Node.Span,
    };

    public IOperation? Operation => model.GetOperation(Node);

    /// <summary>The graph; <see langword="null"/> where the code is unfinished.</summary>
    public ControlFlowGraph? Graph
    {
        get
        {
            lock (_gate)
            {
                if (_isTried) return _graph;
                _isTried = true;
                if (Operation is { Parent: null } operation && !operation.Syntax.ContainsDiagnostics) _graph = ControlFlowGraph.Create(Node, model);
                return _graph;
            }
        }
    }

    /// <summary>Whether all that it returns is the object that it is called on: <c>return this;</c>.</summary>
    public bool ReturnsItself => _returnsItself ??= Node is MethodDeclarationSyntax method && (method.ExpressionBody is { Expression: var only } ? only is ThisExpressionSyntax
        : method.DescendantNodes(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).OfType<ReturnStatementSyntax>().ToList() is { Count: > 0 } returned && returned.TrueForAll(static one => one.Expression is ThisExpressionSyntax));

    /// <summary>Makes the graph now.</summary>
    public void Prepare() => _ = Graph;
}

/// <summary>All the code of a compilation, found by symbol.</summary>
internal sealed class FlowBodies
{
    private readonly Dictionary<ISymbol, FlowBody> _bodies = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, List<FlowBody>> _initializers = new(SymbolEqualityComparer.Default);
    private readonly List<FlowBody> _all = [];
    private readonly Dictionary<SyntaxTree, SemanticModel> _models = [];
    private readonly Dictionary<(INamedTypeSymbol Type, string Member), bool> _owned = [];
    private readonly Dictionary<ISymbol, INamedTypeSymbol?> _made = new(SymbolEqualityComparer.Default);

    /// <param name="compilation">The compilation.</param>
    /// <param name="models">Gives the meaning of a file.</param>
    /// <param name="crew">Reads the files.</param>
    /// <param name="cancellation">Ends it.</param>
    public FlowBodies(Compilation compilation, Func<SyntaxTree, Compilation, SemanticModel> models, FlowCrew crew, CancellationToken cancellation)
    {
        var trees = compilation.SyntaxTrees.ToList();
        foreach (var tree in trees) _models[tree] = models(tree, compilation);
        foreach (var bodies in crew.Map(trees, tree => In(_models[tree], cancellation))) bodies.ForEach(Add);
    }

    public IReadOnlyList<FlowBody> All => _all;

    /// <summary>The meaning of a file.</summary>
    public SemanticModel ModelOf(SyntaxTree tree) => _models[tree];

    /// <summary>The code of a method; <see langword="null"/> where it has none, or none here.</summary>
    public FlowBody? Of(IMethodSymbol method) => _bodies.TryGetValue(Key(method), out var body) ? body : null;

    /// <summary>The initializers of a type's instance fields and properties.</summary>
    public IReadOnlyList<FlowBody> InitializersOf(INamedTypeSymbol type) => _initializers.TryGetValue(type.OriginalDefinition, out var bodies) ? bodies : [];

    /// <summary>What a method is known by, whatever its type arguments and however it is called.</summary>
    public static IMethodSymbol Key(IMethodSymbol method)
    {
        var definition = (method.ReducedFrom ?? method).OriginalDefinition;
        return definition.PartialImplementationPart ?? definition;
    }

    /// <summary>Whether a type makes itself what its field or property holds, so that nobody else has it.</summary>
    public bool IsOwned(INamedTypeSymbol type, string member)
    {
        if (_owned.TryGetValue((type, member), out var known)) return known;
        return _owned[(type, member)] = type.GetMembers(member).SelectMany(static declared => declared.DeclaringSyntaxReferences).Any(static declared => declared.GetSyntax() is
                VariableDeclaratorSyntax { Initializer.Value: BaseObjectCreationExpressionSyntax } or PropertyDeclarationSyntax { Initializer.Value: BaseObjectCreationExpressionSyntax })
            || type.InstanceConstructors.SelectMany(static constructor => constructor.DeclaringSyntaxReferences)
                .Where(static declared => declared.GetSyntax() is ConstructorDeclarationSyntax)
                .SelectMany(static declared => declared.GetSyntax().DescendantNodes().OfType<AssignmentExpressionSyntax>())
                .Any(assignment => assignment.Right is BaseObjectCreationExpressionSyntax && assignment.Left is IdentifierNameSyntax { Identifier.ValueText: var left } && left == member);
    }

    /// <summary>The type of the object that a type makes for a member of its own which nobody sets later; <see langword="null"/> where that is not known.</summary>
    public INamedTypeSymbol? MadeFor(ITypeSymbol? type, string member)
    {
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } || FlowHolders.Member(type, member) is not (IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null, IsVirtual: false, IsAbstract: false }) || FlowHolders.Member(type, member) is not { } symbol || !symbol.IsInSource()) return null;
        if (_made.TryGetValue(symbol.OriginalDefinition, out var known)) return known;
        return _made[symbol.OriginalDefinition] = FindMadeFor(symbol.OriginalDefinition);
    }

    private INamedTypeSymbol? FindMadeFor(ISymbol member)
    {
        if (FlowHolders.TypeOf(member) is { IsSealed: true } or { IsValueType: true }) return null;
        var initial = member.DeclaringSyntaxReferences.Select(static declared => declared.GetSyntax()).Select(static declared => declared switch
        {
            VariableDeclaratorSyntax field => field.Initializer?.Value,
            PropertyDeclarationSyntax { Initializer: { } initializer } => initializer.Value,
            _ => null,
        });
        var assigned = (member.IsStatic ? member.ContainingType.StaticConstructors : member.ContainingType.InstanceConstructors).SelectMany(static constructor => constructor.DeclaringSyntaxReferences)
            .Select(static declared => declared.GetSyntax()).OfType<ConstructorDeclarationSyntax>()
            .SelectMany(static constructor => constructor.DescendantNodes().OfType<IdentifierNameSyntax>()).Where(used => used.Identifier.ValueText == member.Name)
            .Select(static used => used.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } own ? own : (ExpressionSyntax)used).Where(FlowConstants.IsWritten)
            .Select(static used => (used.Parent as AssignmentExpressionSyntax)?.Right ?? used);
        var values = initial.Concat(assigned).OfType<ExpressionSyntax>().ToList();
        if (values.Count == 0 || !values.TrueForAll(static value => value is BaseObjectCreationExpressionSyntax)) return null;
        var types = values.Select(value => _models[value.SyntaxTree].GetTypeInfo(value).Type).Distinct(SymbolEqualityComparer.Default).ToList();
        return types.Count == 1 ? types[0] as INamedTypeSymbol : null;
    }

    private static List<FlowBody> In(SemanticModel model, CancellationToken cancellation)
    {
        var bodies = new List<FlowBody>();
        foreach (var node in model.SyntaxTree.GetRoot(cancellation).DescendantNodesAndSelf(static node => node is not (BlockSyntax or ArrowExpressionClauseSyntax or EqualsValueClauseSyntax)))
        {
            cancellation.ThrowIfCancellationRequested();
            if (BodyOf(node, model, cancellation) is { } body) bodies.Add(body);
        }

        return bodies;
    }

    private void Add(FlowBody body)
    {
        _all.Add(body);
        if (body.Owner is IMethodSymbol method)
        {
            _bodies[Key(method)] = body;

            // What an extension member is compiled to is what some compilers show as called.
            if (method.IsExtensionMember() && method.Implementation() is { } implementation) _bodies[Key(implementation)] = body;
            return;
        }

        if (body.Owner.IsStatic || body.Owner.ContainingType is not { } type) return;
        if (!_initializers.TryGetValue(type.OriginalDefinition, out var bodies)) _initializers[type.OriginalDefinition] = bodies = [];
        bodies.Add(body);
    }

    private static FlowBody? BodyOf(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        var owner = node switch
        {
            BaseMethodDeclarationSyntax { Body: null, ExpressionBody: null } => null,
            ConstructorDeclarationSyntax or BaseMethodDeclarationSyntax => model.GetDeclaredSymbol(node, cancellation),
            AccessorDeclarationSyntax { Body: not null } or AccessorDeclarationSyntax { ExpressionBody: not null } => model.GetDeclaredSymbol(node, cancellation),
            ArrowExpressionClauseSyntax { Parent: BasePropertyDeclarationSyntax property } => (model.GetDeclaredSymbol(property, cancellation) as IPropertySymbol)?.GetMethod,
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax } field } => model.GetDeclaredSymbol(field, cancellation),
            EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } => model.GetDeclaredSymbol(property, cancellation),
            TypeDeclarationSyntax { ParameterList: not null } type when type.BaseList?.Types.OfType<PrimaryConstructorBaseTypeSyntax>().Any() == true => PrimaryConstructor(type, model, cancellation),
            CompilationUnitSyntax unit when unit.Members.OfType<GlobalStatementSyntax>().Any() => model.GetDeclaredSymbol(unit, cancellation),
            _ => null,
        };
        return owner is null ? null : new FlowBody(owner, node, model);
    }

    private static IMethodSymbol? PrimaryConstructor(TypeDeclarationSyntax type, SemanticModel model, CancellationToken cancellation) =>
        (model.GetDeclaredSymbol(type, cancellation) as INamedTypeSymbol)?.InstanceConstructors
            .FirstOrDefault(constructor => constructor.DeclaringSyntaxReferences.Any(reference => reference.Span == type.Span && reference.SyntaxTree == type.SyntaxTree));
}
