using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Generator.Flow;

/// <summary>Decides which bodies have to be followed: those that read a source, and those that are handed one by what they call or by a field.</summary>
internal sealed class FlowScan
{
    private readonly FlowProgram _program;
    private readonly Dictionary<ISymbol, List<FlowBody>> _mentions = new(SymbolEqualityComparer.Default);
    private readonly List<FlowBody> _first = [];
    private readonly HashSet<FlowBody> _mattering = [];
    private readonly HashSet<FlowBody> _read = [];
    private readonly Dictionary<ITypeSymbol, HashSet<FlowBody>> _keepers = new(SymbolEqualityComparer.Default);
    private readonly bool _isBrief;

    /// <param name="program">The program.</param>
    /// <param name="sources">The bodies that may read sources; where it is given, others are read once a word in them is a reason to.</param>
    public FlowScan(FlowProgram program, IEnumerable<FlowBody>? sources)
    {
        _program = program;
        _isBrief = sources is not null;
        foreach (var body in sources ?? program.Bodies.All) Read(body);
        Matter(_first);
    }

    public IReadOnlyList<FlowBody> First() => _first;

    /// <summary>The bodies that call what hands out a source, or read a member that now holds one, or keep functions that somebody has asked for.</summary>
    public IReadOnlyList<FlowBody> Next(IReadOnlyCollection<FlowBody> returning, IEnumerable<(ITypeSymbol Type, string Part)> changed, IEnumerable<FlowBody> keeping)
    {
        var next = new HashSet<FlowBody>(keeping);
        foreach (var body in returning)
        {
            var member = body.Owner is IMethodSymbol { AssociatedSymbol: { } property } ? property : body.Owner;
            foreach (var called in CalledAs(member)) Add(called, next);
        }

        foreach (var (type, part) in changed)
        {
            var name = part.Trim('(', ')');
            foreach (var member in type.GetMembers(name)) Add(member, next);
            if (part[0] != '(' || type is not INamedTypeSymbol named) continue;
            foreach (var parameter in named.InstanceConstructors.SelectMany(static constructor => constructor.Parameters).Where(parameter => parameter.Name == name)) Add(parameter, next);
        }

        Matter(returning);
        return [.. _program.Bodies.All.Where(next.Contains)];
    }

    /// <summary>The bodies that keep functions of some kinds.</summary>
    public IReadOnlyList<FlowBody> Keeping(IReadOnlyCollection<ITypeSymbol> kinds)
    {
        var bodies = _keepers.Where(keeper => kinds.Any(kind => FlowDispatch.MayBeSame(kind, keeper.Key))).SelectMany(static keeper => keeper.Value).Distinct().ToList();
        Matter(bodies);
        return bodies;
    }

    /// <summary>Whether the body reads a source or hands one out.</summary>
    public bool Matters(FlowBody body) => _mattering.Contains(body);

    private void Matter(IEnumerable<FlowBody> bodies)
    {
        foreach (var body in bodies)
        {
            if (!_mattering.Add(body) || body.Owner is not (IFieldSymbol or IPropertySymbol) || body.Owner.ContainingType is not { } type) continue;

            // An initializer runs with every constructor.
            foreach (var constructor in type.InstanceConstructors)
            {
                if (_program.Bodies.Of(constructor) is { } code) _mattering.Add(code);
            }
        }
    }

    private void Read(FlowBody body)
    {
        _program.Cancellation.ThrowIfCancellationRequested();
        if (_isBrief && !_read.Add(body)) return;
        if (body.Operation is { } operation && Scan(body, operation)) _first.Add(body);
    }

    /// <summary>The word that stands where a member is called or read: its own name, or its type's.</summary>
    public static string WordFor(ISymbol member) => member switch
    {
        IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction or MethodKind.ExplicitInterfaceImplementation } or IFieldSymbol or IEventSymbol or IParameterSymbol or IPropertySymbol { IsIndexer: false } =>
            member.Name.Substring(member.Name.LastIndexOf('.') + 1),
        _ => member.ContainingType?.Name ?? member.Name,
    };

    private void Add(ISymbol member, HashSet<FlowBody> next)
    {
        if (_isBrief)
        {
            var known = _first.Count;
            foreach (var body in _program.Words.With(WordFor(member)).Where(body => MayName(body, member))) Read(body);
            next.UnionWith(_first.Skip(known));
            Matter(_first.Skip(known));
        }

        if (_mentions.TryGetValue(member.OriginalDefinition, out var bodies)) next.UnionWith(bodies);
    }

    // A private member is named within its type only, and a parameter or local function within what it belongs to. Of a type that no other
    // file names nobody else has an object, unless something beside it hands one out; what it implements is looked for by its own name.
    private bool MayName(FlowBody body, ISymbol member)
    {
        var outermost = Outermost(member);
        if (SymbolEqualityComparer.Default.Equals(Outermost(body.Owner), outermost)) return true;
        if (member is IParameterSymbol || (member.DeclaredAccessibility == Accessibility.Private && member.CanBeReferencedByName)) return false;
        return member is IMethodSymbol { IsExtensionMethod: true } or { ContainingType.TypeKind: TypeKind.Extension } || outermost?.DeclaringSyntaxReferences is not [{ SyntaxTree: var file }] || body.Node.SyntaxTree == file
            || !_program.Words.StandsOnlyIn(file, outermost.Name) || !IsAlone(file);
    }

    private static bool IsAlone(SyntaxTree file) => file.GetRoot() is CompilationUnitSyntax { Members: [BaseNamespaceDeclarationSyntax { Members: [BaseTypeDeclarationSyntax] } or BaseTypeDeclarationSyntax] };

    private static INamedTypeSymbol? Outermost(ISymbol symbol)
    {
        var type = symbol.ContainingType;
        while (type?.ContainingType is { } outer) type = outer;
        return type?.OriginalDefinition;
    }

    // A call may name what the member overrides or implements.
    private static IEnumerable<ISymbol> CalledAs(ISymbol member)
    {
        for (ISymbol? current = member; current is not null; current = current switch { IMethodSymbol method => method.OverriddenMethod, IPropertySymbol property => property.OverriddenProperty, _ => null })
        {
            yield return current is IMethodSymbol { PartialDefinitionPart: { } definition } ? definition : current;
        }

        if (member.IsStatic || member.ContainingType is not { } type) yield break;
        foreach (var declared in type.AllInterfaces.SelectMany(static implemented => implemented.GetMembers()))
        {
            if (declared.Kind == member.Kind && SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(declared)?.OriginalDefinition, member.OriginalDefinition)) yield return declared;
        }
    }

    private bool Scan(FlowBody body, IOperation root)
    {
        var policy = _program.Policy;
        var names = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var holds = false;
        var isSource = body.Owner is IMethodSymbol method && (method.Parameters.Any(parameter => policy.SourceOf(parameter) is not null) || (body.Owner.ContainingType is { } type && !method.IsStatic && policy.SourceOfType(type) is not null));
        foreach (var operation in root.DescendantsAndSelf())
        {
            var symbol = operation switch
            {
                IMemberReferenceOperation reference => reference.Member,
                IInvocationOperation call => call.TargetMethod,
                IObjectCreationOperation { Constructor: { } constructor } => constructor,
                IParameterReferenceOperation reference => reference.Parameter,
                IPropertySubpatternOperation { Member: IMemberReferenceOperation reference } => reference.Member,
                _ => null,
            };
            if (symbol is not null)
            {
                if (IsAskedFor(symbol)) names.Add((symbol is IMethodSymbol { ReducedFrom: { } reduced } ? reduced : symbol).OriginalDefinition);
                isSource |= policy.SourceOf(symbol) is not null || policy.RoleOf(symbol) is not null;
                if (symbol is IMethodSymbol called) isSource |= policy.SourceParts(called).Any() || called.Parameters.Any(static parameter => parameter.RefKind != RefKind.None) && called.Parameters.Any(parameter => policy.SourceOf(parameter) is not null);
            }

            if (Written(operation) is { } written && TextOf(written) is { } text) names.Add(text);

            // A function that is kept may be called by anybody: it matters once somebody hands something that matters to one of its kind.
            if (operation is IDelegateCreationOperation { Type: { } kind } creation)
            {
                var place = KeptIn(creation);
                if (place is not null && FlowHolders.TypeOf(place).TypeKind == TypeKind.Delegate && (place.IsInSource() || place is IEventSymbol)) Keepers(kind).Add(body);
                else if (place is not null) isSource = true;
                else if (IsHandedOn(creation)) Keepers(kind).Add(body);
            }

            isSource |= operation is IAnonymousFunctionOperation lambda && lambda.Symbol.Parameters.Any(parameter => policy.SourceOf(parameter) is not null);
            isSource |= operation is ILocalFunctionOperation function && (function.Symbol.Parameters.Any(parameter => policy.SourceOf(parameter) is not null) || policy.SourceOf(function.Symbol) is not null);
            if (!isSource && !holds) holds = ShownBy(operation).Any(_program.Holders.Show) || TakesApart(operation);

            // An object that is handed on as something more general may be written there.
            if (!isSource && operation is IConversionOperation { IsImplicit: true, Type: { } general, Operand.Type: { IsReferenceType: true } special } conversion && general.TypeKind != TypeKind.Delegate
                && (general.SpecialType == SpecialType.System_Object || general.TypeKind is TypeKind.Interface or TypeKind.Dynamic || special.BaseType is { SpecialType: not SpecialType.System_Object }))
                isSource = _program.Holders.ShowMore(special, general) && !IsForgotten(conversion, special);
            if (!isSource && operation is IArgumentOperation { Parameter: { } parameter, Value.Type: { } given } && parameter.ContainingSymbol.IsInSource() && parameter.OriginalDefinition.Type is ITypeParameterSymbol) isSource = _program.Holders.Show(given);
        }

        isSource |= holds;

        foreach (var name in names)
        {
            if (!_mentions.TryGetValue(name, out var bodies)) _mentions[name] = bodies = [];
            bodies.Add(body);
        }

        return isSource;
    }

    // What may be written as a whole: an argument of a sink, of a serializer and of what a library makes text of, and what is made text of here.
    private IEnumerable<ITypeSymbol> ShownBy(IOperation operation)
    {
        var (called, arguments) = operation switch
        {
            IInvocationOperation { TargetMethod: { Name: nameof(ToString), Parameters.IsEmpty: true }, Instance.Type: { } receiver } => (null, (IEnumerable<ITypeSymbol>)[receiver]),
            IInterpolationOperation or IBinaryOperation => (null, [Written(operation)]),
            IInvocationOperation call => (call.TargetMethod, TypesOf(call.Arguments)),
            IObjectCreationOperation creation => (creation.Constructor, TypesOf(creation.Arguments)),
            IAssignmentOperation { Target: IMemberReferenceOperation { Member: { } member }, Value: var value } when _program.Policy.MayBeSink(member) => (null, [Unconverted(value)]),
            _ => (null, (IEnumerable<ITypeSymbol?>)[]),
        };
        return called is null || _program.Policy.MayBeSink(called) || _program.Policy.SerializerOf(called) is not null || (called.OriginalDefinition.ReturnType.IsTextual() && !called.IsInSource()) ? arguments.OfType<ITypeSymbol>() : [];
    }

    // By position, which does not name what is read.
    private bool TakesApart(IOperation operation)
    {
        var (type, into) = operation switch
        {
            IDeconstructionAssignmentOperation deconstruction => (deconstruction.Value.Type, deconstruction.Target),
            IForEachLoopOperation { LoopControlVariable: var variable and not IVariableDeclaratorOperation } loop => (Unconverted(loop.Collection)?.ElementType(), variable),
            IRecursivePatternOperation { DeconstructionSubpatterns.IsEmpty: false } pattern => (pattern.InputType, pattern),
            _ => (null, operation),
        };
        return type is not null && (_program.Holders.IsMarked(type) || (into.Descendants().OfType<ITupleOperation>().Skip(into is ITupleOperation ? 0 : 1).Any() && _program.Holders.Show(type)));
    }

    private static IEnumerable<ITypeSymbol?> TypesOf(IEnumerable<IArgumentOperation> arguments) => arguments.Select(static argument => Unconverted(argument.Value));

    private static ITypeSymbol? Unconverted(IOperation value)
    {
        while (value is IConversionOperation conversion) value = conversion.Operand;
        return value.Type;
    }

    // Handed to something that only looks at it: a comparison, or a method of a library that neither writes it nor gives it back.
    private bool IsForgotten(IConversionOperation conversion, ITypeSymbol special) => conversion.Parent switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } => true,
        IForEachLoopOperation => true,
        IArgumentOperation argument when argument.Parameter.IsSender() => true,
        _ when conversion.Type is { SpecialType: SpecialType.System_IDisposable } or { Name: "IAsyncDisposable" } => true,
        IArgumentOperation { Parameter.ContainingSymbol: IMethodSymbol { IsStatic: true } method } => !method.IsInSource() && !_program.Policy.MayBeSink(method)
            && (method.ReturnsVoid || method.ReturnType.SpecialType == SpecialType.System_Boolean || (method.ReturnType.IsCollection() && !_program.Holders.ShowMore(special, method.ReturnType))),
        _ => false,
    };

    // What is made text of without its method being named.
    private static ITypeSymbol? Written(IOperation operation) => operation switch
    {
        IInterpolationOperation hole => hole.Expression.Type,
        IConversionOperation { IsImplicit: true, Type.SpecialType: SpecialType.System_Object } conversion => conversion.Operand.Type,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum => sum.LeftOperand.Type.IsString() ? sum.RightOperand.Type : sum.LeftOperand.Type,
        IArgumentOperation { Parameter.Type: var general, Value.Type: var given } when general.IsCollection() => given,
        _ => null,
    };

    // Of what may be anything, any.
    private IMethodSymbol? TextOf(ITypeSymbol type)
    {
        // There are lists of themselves.
        for (var depth = 0; depth < 3 && type.IsCollection() && type.ElementType() is { } element; depth++) type = element;
        if (type.SpecialType is not (SpecialType.None or SpecialType.System_Object) || type.TypeKind is TypeKind.Enum or TypeKind.Delegate) return null;
        for (var ancestor = type.TypeKind is TypeKind.Interface or TypeKind.TypeParameter ? _program.Compilation.ObjectType : type; ancestor is not null; ancestor = ancestor.BaseType)
        {
            foreach (var member in ancestor.GetMembers(nameof(ToString)))
            {
                if (member is IMethodSymbol { Parameters.IsEmpty: true, IsImplicitlyDeclared: false } text) return text.OriginalDefinition;
            }
        }

        return null;
    }

    // The member that a function is put into.
    private static ISymbol? KeptIn(IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            switch (parent)
            {
                case IAssignmentOperation { Target: IMemberReferenceOperation { Member: var member } }:
                    return member;
                case IEventAssignmentOperation { EventReference: IMemberReferenceOperation { Member: var raised } }:
                    return raised;
                case IFieldInitializerOperation { InitializedFields: [var field, ..] }:
                    return field;
                case IPropertyInitializerOperation { InitializedProperties: [var property, ..] }:
                    return property;
                case IBlockOperation:
                    return null;
            }
        }

        return null;
    }

    // A library's member that nothing here can be called as is never news.
    private static bool IsAskedFor(ISymbol symbol) => symbol.IsInSource() || symbol is IParameterSymbol || (!symbol.IsStatic && (symbol.IsVirtual || symbol.IsAbstract || symbol.IsOverride));

    // To code that may keep it: not to a library's, which is known to call it.
    private static bool IsHandedOn(IDelegateCreationOperation creation) => creation.Parent is IArgumentOperation { Parameter.ContainingSymbol: { } called } && (called.IsInSource() || called.IsAbstract);

    /// <summary>Those that keep functions of a kind.</summary>
    public ICollection<FlowBody> Keepers(ITypeSymbol kind)
    {
        if (!_keepers.TryGetValue(kind, out var bodies)) _keepers[kind] = bodies = [];
        return bodies;
    }
}
