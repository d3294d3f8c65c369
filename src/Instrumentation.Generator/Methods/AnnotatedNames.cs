using System.Runtime.CompilerServices;
using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Generator.Methods;

/// <summary>
/// The simple names of all annotated methods, here and in references. A call whose name is not among them is never bound, which
/// keeps the cost of a build in proportion to the annotations and not to the code.
/// </summary>
/// <remarks>It errs on the side of too many names: whether a call is meant is decided after binding.</remarks>
internal sealed class AnnotatedNames
{
    private static readonly ConditionalWeakTable<Compilation, AnnotatedNames> s_perCompilation = new();
    private static readonly ConditionalWeakTable<SyntaxTree, TreeNames> s_perTree = new();

    private static readonly HashSet<string> s_attributes = new(
        AttributeNames.Expanding.Select(static name => name.Substring(name.LastIndexOf('.') + 1)).SelectMany(static name => new[] { name, name.Replace("Attribute", "") }),
        StringComparer.Ordinal);

    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly NamesInTree _inTree;
    private readonly List<MethodDeclarationSyntax> _byRule = [];
    private readonly List<MemberDeclarationSyntax> _annotated = [];
    private readonly List<TreeNames> _trees;
    private readonly Compilation _compilation;

    private AnnotatedNames(Compilation compilation)
    {
        _compilation = compilation;
        _trees = [.. Trees(compilation)];

        // using Watched = Instrumentation.TracedAttribute;
        var aliases = new HashSet<string>(_trees.SelectMany(static tree => tree.Aliases), StringComparer.Ordinal);
        foreach (var tree in _trees)
        {
            foreach (var (attribute, owner) in tree.Candidates)
            {
                if (!s_attributes.Contains(attribute) && !aliases.Contains(attribute)) continue;
                _annotated.Add(owner);
                if (owner is TypeDeclarationSyntax type) AddMethodsOf(type.Identifier.ValueText, compilation);
                else if (owner is MethodDeclarationSyntax method) _names.Add(method.Identifier.ValueText);
            }
        }

        if (_trees.Any(static tree => tree.HasRules)) AddMethodsByRule(TraceRules.Of(compilation.Assembly));
        foreach (var reference in References(compilation))
        {
            foreach (var manifest in reference.GetAttributes().Where(static attribute => attribute.Is(AttributeNames.Manifest)))
                _names.UnionWith(manifest.NamedList<string>("Methods") ?? []);
        }

        _inTree = new NamesInTree(_names);
    }

    public static AnnotatedNames Of(Compilation compilation) => s_perCompilation.GetValue(compilation, static compilation => new AnnotatedNames(compilation));

    public bool IsEmpty => _names.Count == 0;

    public bool Contains(string name) => _names.Contains(name);

    /// <summary>Whether a type that is written here names the method that makes it of a collection expression.</summary>
    public bool HasCollectionBuilders => _trees.Any(static tree => tree.Candidates.Any(static candidate => candidate.Attribute is "CollectionBuilder" or "CollectionBuilderAttribute"));

    /// <summary>The places in a file where one of the names stands in code.</summary>
    public IEnumerable<SimpleNameSyntax> In(SyntaxTree tree, CancellationToken cancellation) => _inTree.In(tree, cancellation);

    /// <summary>The referenced assemblies that can hold annotations: those that reference ours.</summary>
    public static IEnumerable<IAssemblySymbol> References(Compilation compilation) => compilation.SourceModule.ReferencedAssemblySymbols
        .Where(static assembly => assembly.Modules.Any(static module => module.ReferencedAssemblies.Any(static name => name.Name == AttributeNames.AbstractionsAssembly)));

    /// <summary>The full names of all methods that are written here.</summary>
    public IEnumerable<string> Functions => _trees.SelectMany(static tree => tree.Functions).Select(static function => function.Function);

    /// <summary>All names that files of a compilation give to what has another one.</summary>
    public static IEnumerable<string> Aliases(Compilation compilation) => Trees(compilation).SelectMany(static tree => tree.AllAliases);

    /// <summary>The attributes of a compilation that are written for something else than what they stand on: <c>[property: Pii]</c>, <c>[field: Pii]</c>.</summary>
    public static IEnumerable<AttributeListSyntax> Redirected(Compilation compilation) => Trees(compilation).SelectMany(static tree => tree.Redirected);

    /// <summary>The methods of a compilation that are partial and have no body where they are declared.</summary>
    public static IEnumerable<MethodDeclarationSyntax> Bodiless(Compilation compilation) => Trees(compilation).SelectMany(static tree => tree.Bodiless);

    /// <summary>All annotated methods that are written here, some perhaps more than once.</summary>
    public IEnumerable<IMethodSymbol> Methods(CancellationToken cancellation)
    {
        foreach (var declaration in _annotated)
        {
            switch (_compilation.GetSemanticModel(declaration.SyntaxTree).GetDeclaredSymbol(declaration, cancellation))
            {
                case IMethodSymbol method when Annotations.IsAnnotated(method):
                    yield return method;
                    break;
                case INamedTypeSymbol type:
                    foreach (var method in type.GetMembers().OfType<IMethodSymbol>().Where(Annotations.IsCoveredByType).Where(Annotations.IsAnnotated)) yield return method;
                    break;
            }
        }

        foreach (var method in MethodsByRule(cancellation)) yield return method;
    }

    /// <summary>The methods that are traced by a rule of the assembly, as far as their names tell.</summary>
    public IEnumerable<IMethodSymbol> MethodsByRule(CancellationToken cancellation)
    {
        foreach (var declaration in _byRule)
        {
            if (_compilation.GetSemanticModel(declaration.SyntaxTree).GetDeclaredSymbol(declaration, cancellation) is IMethodSymbol method
                && Annotations.IsAnnotated(method)) yield return method;
        }
    }

    private static IEnumerable<TreeNames> Trees(Compilation compilation) => compilation.SyntaxTrees.Select(static tree => s_perTree.GetValue(tree, static tree => new TreeNames(tree)));

    private void AddMethodsByRule(TraceRules rules)
    {
        foreach (var (function, declaration) in _trees.SelectMany(static tree => tree.Functions))
        {
            if (rules.RuleFor(function) is null) continue;
            _names.Add(declaration.Identifier.ValueText);
            _byRule.Add(declaration);
        }
    }

    // Parts of the type may be in other files.
    private void AddMethodsOf(string typeName, Compilation compilation)
    {
        foreach (var type in compilation.GetSymbolsWithName(typeName, SymbolFilter.Type).OfType<INamedTypeSymbol>())
            _names.UnionWith(type.GetMembers().OfType<IMethodSymbol>().Where(Annotations.IsCoveredByType).Select(static method => method.Name));
    }

    /// <summary>What one file contributes, by syntax alone; it stays the same as long as the file does.</summary>
    private sealed class TreeNames
    {
        private readonly SyntaxTree _tree;
        private List<(string Function, MethodDeclarationSyntax Declaration)>? _functions;

        public TreeNames(SyntaxTree tree)
        {
            _tree = tree;
            foreach (var node in tree.GetRoot().DescendantNodes(static node => node is not (StatementSyntax or ExpressionSyntax or ArrowExpressionClauseSyntax)))
            {
                if (node is MethodDeclarationSyntax { Body: null, ExpressionBody: null } bodiless && bodiless.Modifiers.Any(SyntaxKind.PartialKeyword)) Bodiless.Add(bodiless);
                switch (node)
                {
                    case UsingDirectiveSyntax { Alias: { } alias, Name: { } target }:
                        AllAliases.Add(alias.Name.Identifier.ValueText);
                        if (s_attributes.Contains(SimpleName(target))) Aliases.Add(alias.Name.Identifier.ValueText);
                        break;
                    case AttributeListSyntax { Target.Identifier.ValueText: "assembly" } list when list.Attributes.Any(static attribute => SimpleName(attribute.Name) is "TraceRule" or "TraceRuleAttribute"):
                        HasRules = true;
                        break;
                    case AttributeListSyntax { Target.Identifier.RawKind: (int)SyntaxKind.PropertyKeyword or (int)SyntaxKind.FieldKeyword, Parent: ParameterSyntax or PropertyDeclarationSyntax } redirected:
                        Redirected.Add(redirected);
                        break;
                    case MemberDeclarationSyntax { AttributeLists.Count: > 0 } member and (MethodDeclarationSyntax or TypeDeclarationSyntax):
                        Candidates.AddRange(member.AttributeLists.SelectMany(static list => list.Attributes).Select(attribute => (SimpleName(attribute.Name), member)));
                        break;
                }
            }
        }

        public List<string> Aliases { get; } = [];

        public List<string> AllAliases { get; } = [];

        /// <summary>Attributes that are written for something else than what they stand on.</summary>
        public List<AttributeListSyntax> Redirected { get; } = [];

        /// <summary>Methods that are partial and have no body here.</summary>
        public List<MethodDeclarationSyntax> Bodiless { get; } = [];

        /// <summary>Whether rules stand here. Under an alias they are not seen, which no other attribute of an assembly is worth.</summary>
        public bool HasRules { get; private set; }

        /// <summary>All methods by their full names. They are only asked for where there are rules.</summary>
        public List<(string Function, MethodDeclarationSyntax Declaration)> Functions => _functions ??=
        [
            .. _tree.GetRoot().DescendantNodes(static node => node is not (StatementSyntax or ExpressionSyntax or ArrowExpressionClauseSyntax))
                .OfType<MethodDeclarationSyntax>()
                .Select(static method => (FullName(method), method)),
        ];

        public List<(string Attribute, MemberDeclarationSyntax Owner)> Candidates { get; } = [];

        private static string FullName(MethodDeclarationSyntax method)
        {
            var name = method.Identifier.ValueText;
            for (var parent = method.Parent; parent is not null; parent = parent.Parent)
            {
                if (parent is TypeDeclarationSyntax { Identifier.ValueText: { Length: > 0 } type }) name = $"{type}.{name}";
                else if (parent is BaseNamespaceDeclarationSyntax space) name = $"{string.Join(".", space.Name.DescendantTokens().Where(static token => token.Text != ".").Select(static token => token.ValueText))}.{name}";
            }

            return name;
        }

        private static string SimpleName(NameSyntax name) => name switch
        {
            QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
            AliasQualifiedNameSyntax aliased => aliased.Name.Identifier.ValueText,
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            _ => "",
        };
    }
}
