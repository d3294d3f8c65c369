using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Generator.Interception;

/// <summary>A method that syntax calls without naming it.</summary>
/// <param name="Method">The method; <see langword="null"/> where there is none.</param>
/// <param name="Place">What stands for the call in the source.</param>
internal readonly record struct ImplicitTarget(IMethodSymbol? Method, Location Place);

/// <summary>
/// What each kind of syntax calls. Where the compiler tells, it is asked; where it does not, the method is looked up by the rules of the
/// language, as far as those concern methods that somebody annotates.
/// </summary>
internal static class ImplicitTargets
{
    public static IEnumerable<ImplicitTarget> OfQuery(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        // While a query is written its last clause may be there without a letter.
        switch (node)
        {
            case OrderingSyntax ordering:
                yield return new(model.GetSymbolInfo(ordering, cancellation).Symbol as IMethodSymbol, ordering.GetLocation());
                break;
            case SelectOrGroupClauseSyntax last:
                yield return new(model.GetSymbolInfo(last, cancellation).Symbol as IMethodSymbol, last.GetFirstToken(includeZeroWidth: true).GetLocation());
                break;
            case QueryClauseSyntax clause:
                var info = model.GetQueryClauseInfo(clause, cancellation);
                yield return new(info.CastInfo.Symbol as IMethodSymbol, clause.GetFirstToken(includeZeroWidth: true).GetLocation());
                yield return new(info.OperationInfo.Symbol as IMethodSymbol, clause.GetFirstToken(includeZeroWidth: true).GetLocation());
                break;
        }
    }

    public static IEnumerable<ImplicitTarget> OfForEach(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        var statement = (CommonForEachStatementSyntax)node;
        var info = model.GetForEachStatementInfo(statement);
        var place = statement.ForEachKeyword.GetLocation();
        var enumerator = info.GetEnumeratorMethod?.ReturnType;
        yield return new(Implementation(info.GetEnumeratorMethod, model.GetTypeInfo(statement.Expression, cancellation).Type), place);
        yield return new(Implementation(info.MoveNextMethod, enumerator), place);
        yield return new(Implementation(info.DisposeMethod, enumerator), place);
        if (!info.IsAsynchronous) yield break;
        foreach (var awaited in Awaited(info.MoveNextMethod, place, node, model).Concat(Awaited(info.DisposeMethod, place, node, model))) yield return awaited;
    }

    public static IEnumerable<ImplicitTarget> OfSpread(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        var spread = (SpreadElementSyntax)node;
        var place = spread.OperatorToken.GetLocation();
        if (model.GetTypeInfo(spread.Expression, cancellation).Type is not { } type) yield break;
        var getEnumerator = Lookup(type, "GetEnumerator", node, model);
        yield return new(getEnumerator, place);
        if (getEnumerator?.ReturnType is not { } enumerator) yield break;
        yield return new(Lookup(enumerator, "MoveNext", node, model), place);
        yield return new(Disposer(enumerator, isAsync: false, node, model), place);
    }

    public static IEnumerable<ImplicitTarget> OfUsing(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        var (keyword, isAsync, resource) = node switch
        {
            UsingStatementSyntax statement => (statement.UsingKeyword, !statement.AwaitKeyword.IsKind(SyntaxKind.None), statement.Expression ?? statement.Declaration?.Type),
            LocalDeclarationStatementSyntax { UsingKeyword.RawKind: (int)SyntaxKind.UsingKeyword } declaration => (declaration.UsingKeyword, !declaration.AwaitKeyword.IsKind(SyntaxKind.None), declaration.Declaration.Type),
            _ => default,
        };
        if (resource is null || model.GetTypeInfo(resource, cancellation).Type is not { } type) yield break;
        var disposer = Disposer(type, isAsync, node, model);
        yield return new(disposer, keyword.GetLocation());
        if (!isAsync) yield break;
        foreach (var awaited in Awaited(disposer, keyword.GetLocation(), node, model)) yield return awaited;
    }

    public static IEnumerable<ImplicitTarget> OfAwait(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        var expression = (AwaitExpressionSyntax)node;
        var info = model.GetAwaitExpressionInfo(expression);
        yield return new(info.GetAwaiterMethod, expression.AwaitKeyword.GetLocation());
        yield return new(info.GetResultMethod, expression.AwaitKeyword.GetLocation());
    }

    public static IEnumerable<ImplicitTarget> OfFixed(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        foreach (var variable in ((FixedStatementSyntax)node).Declaration.Variables)
        {
            // The address of something, or what the compiler pins itself.
            if (variable.Initializer?.Value is not { } value || value.IsKind(SyntaxKind.AddressOfExpression)) continue;
            if (model.GetTypeInfo(value, cancellation).Type is { } type and not IArrayTypeSymbol and not { SpecialType: SpecialType.System_String })
                yield return new(Lookup(type, "GetPinnableReference", node, model), value.GetLocation());
        }
    }

    public static IEnumerable<ImplicitTarget> OfInitializer(SyntaxNode node, SemanticModel model, CancellationToken cancellation) =>
        ((InitializerExpressionSyntax)node).Expressions.Select(element => new ImplicitTarget(model.GetCollectionInitializerSymbolInfo(element, cancellation).Symbol as IMethodSymbol, element.GetLocation()));

    public static IEnumerable<ImplicitTarget> OfCollection(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        var collection = (CollectionExpressionSyntax)node;
        if (model.GetOperation(node, cancellation) is not ICollectionExpressionOperation { ConstructMethod: { } made, Type: { } type } operation) yield break;
        if (made.MethodKind != MethodKind.Constructor)
        {
            yield return new(made, collection.OpenBracketToken.GetLocation());
            yield break;
        }

        var adding = Lookups(type, "Add", node, model).Where(static method => method.Parameters.Length > 0 && method.Parameters.Skip(1).All(static parameter => parameter.IsOptional || parameter.IsParams)).ToList();
        if (adding.Count == 0) yield break;
        foreach (var (element, added) in collection.Elements.Zip(operation.Elements, static (element, added) => (element, added)))
            yield return new(Taking(added is ISpreadOperation spread ? spread.ElementType : Written(added), adding, model.Compilation), element.GetLocation());
    }

    public static IEnumerable<ImplicitTarget> OfDeconstruction(SyntaxNode node, SemanticModel model, CancellationToken cancellation) => node switch
    {
        AssignmentExpressionSyntax { Left: TupleExpressionSyntax or DeclarationExpressionSyntax } assignment => Deconstructing(model.GetDeconstructionInfo(assignment), assignment.Left.GetLocation()),
        ForEachVariableStatementSyntax statement => Deconstructing(model.GetDeconstructionInfo(statement), statement.Variable.GetLocation()),
        _ => [],
    };

    public static IEnumerable<ImplicitTarget> OfPattern(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        if (node is RecursivePatternSyntax { PositionalPatternClause: null }) yield break;
        yield return model.GetOperation(node, cancellation) switch
        {
            IRecursivePatternOperation pattern when node is RecursivePatternSyntax { PositionalPatternClause: { } clause } => new(pattern.DeconstructSymbol as IMethodSymbol, clause.GetLocation()),
            ISlicePatternOperation slice => new(slice.SliceSymbol as IMethodSymbol, node.GetLocation()),
            _ => new(null, node.GetLocation()),
        };
    }

    public static IEnumerable<ImplicitTarget> OfRange(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        var arguments = node is ElementAccessExpressionSyntax access ? access.ArgumentList : ((ElementBindingExpressionSyntax)node).ArgumentList;
        if (arguments.Arguments.Count != 1 || arguments.Arguments[0].Expression is LiteralExpressionSyntax) yield break;
        yield return new((model.GetOperation(node, cancellation) as IImplicitIndexerReferenceOperation)?.IndexerSymbol as IMethodSymbol, arguments.GetLocation());
    }

    public static IEnumerable<ImplicitTarget> OfText(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        // What is only put together has parts of another kind.
        if (model.GetOperation(node, cancellation) is not { } operation) yield break;
        foreach (var part in operation.DescendantsAndSelf().OfType<IInterpolatedStringAppendOperation>().Where(part => part.Syntax.Parent == node))
            yield return new((part.AppendCall as IInvocationOperation)?.TargetMethod, part.Syntax.GetLocation());
    }

    private static IEnumerable<ImplicitTarget> Deconstructing(DeconstructionInfo info, Location place) =>
        info.Nested.SelectMany(nested => Deconstructing(nested, place)).Prepend(new(info.Method, place));

    // What is awaited without an `await` of its own: await using, await foreach.
    private static IEnumerable<ImplicitTarget> Awaited(IMethodSymbol? method, Location place, SyntaxNode node, SemanticModel model)
    {
        if (method?.ReturnType is not { } type || Lookup(type, "GetAwaiter", node, model) is not { } getAwaiter) yield break;
        yield return new(getAwaiter, place);
        yield return new(Lookup(getAwaiter.ReturnType, "GetResult", node, model), place);
    }

    // The method of an interface is what the compiler calls; what that reaches is known where the receiver's type is no interface.
    private static IMethodSymbol? Implementation(IMethodSymbol? method, ITypeSymbol? receiver) =>
        method is { ContainingType.TypeKind: TypeKind.Interface } && receiver is { TypeKind: TypeKind.Class or TypeKind.Struct }
            ? receiver.FindImplementationForInterfaceMember(method) as IMethodSymbol ?? method
            : method;

    // Interfaces come first, and of others only ref structs, or what is awaited, have a method that is found by its name.
    private static IMethodSymbol? Disposer(ITypeSymbol type, bool isAsync, SyntaxNode node, SemanticModel model)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable) type = nullable.TypeArguments[0];
        if (type is ITypeParameterSymbol parameter) type = parameter.ConstraintTypes.FirstOrDefault(static constraint => constraint.TypeKind == TypeKind.Class) ?? type;
        var (front, name) = isAsync ? ("IAsyncDisposable", "DisposeAsync") : ("IDisposable", "Dispose");
        if (type.AllInterfaces.FirstOrDefault(candidate => candidate.Is("System", front))?.GetMembers(name).OfType<IMethodSymbol>().FirstOrDefault() is { } method) return Implementation(method, type);
        return isAsync || type.IsRefLikeType ? Lookup(type, name, node, model) : null;
    }

    private static IMethodSymbol? Lookup(ITypeSymbol type, string name, SyntaxNode node, SemanticModel model) =>
        Lookups(type, name, node, model).FirstOrDefault(static method => method.Parameters.All(static parameter => parameter.IsOptional || parameter.IsParams));

    // Those of the type come before extensions.
    private static IEnumerable<IMethodSymbol> Lookups(ITypeSymbol type, string name, SyntaxNode node, SemanticModel model) =>
        model.LookupSymbols(node.SpanStart, type, name, includeReducedExtensionMethods: true).OfType<IMethodSymbol>().Where(static method => !method.IsStatic || method.ReducedFrom is not null)
            .OrderBy(static method => method.ReducedFrom is null ? 0 : 1);

    private static ITypeSymbol? Written(IOperation operation) => operation is IConversionOperation { IsImplicit: true } conversion ? conversion.Operand.Type : operation.Type;

    // The overload that takes the element, as far as types tell.
    private static IMethodSymbol? Taking(ITypeSymbol? element, List<IMethodSymbol> adding, Compilation compilation)
    {
        if (adding.Count == 1 || element is null) return adding[0];
        return adding.FirstOrDefault(method => SymbolEqualityComparer.Default.Equals(method.Parameters[0].Type, element))
            ?? adding.FirstOrDefault(method => ((CSharpCompilation)compilation).ClassifyConversion(element, method.Parameters[0].Type).IsImplicit)
            ?? adding[0];
    }
}
