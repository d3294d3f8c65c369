using Microsoft.CodeAnalysis;

namespace Instrumentation.CodeFixes.Privacy;

/// <summary>Finds the redactor that code has at hand.</summary>
internal static class Redactors
{
    private const string Redactor = "Microsoft.Extensions.Compliance.Redaction.Redactor";

    /// <summary>The name of a variable, parameter or member that is a redactor; <see langword="null"/> where there is none.</summary>
    public static string? At(int position, SemanticModel model, CancellationToken cancellation)
    {
        var isStatic = Method(model.GetEnclosingSymbol(position, cancellation)) is { IsStatic: true };
        return model.LookupSymbols(position)
            .Where(symbol => TypeOf(symbol) is { } type && IsRedactor(type))
            .Where(symbol => symbol is ILocalSymbol or IParameterSymbol || symbol.IsStatic || !isStatic)
            .Where(symbol => symbol is not ILocalSymbol || symbol.Locations.All(location => location.SourceSpan.Start < position))
            .OrderBy(static symbol => symbol is ILocalSymbol or IParameterSymbol ? 0 : 1).ThenBy(static symbol => symbol.Name, StringComparer.Ordinal)
            .FirstOrDefault()?.Name;
    }

    private static ISymbol? Method(ISymbol? symbol)
    {
        while (symbol is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction }) symbol = symbol.ContainingSymbol;
        return symbol;
    }

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol { IsIndexer: false, GetMethod: not null } property => property.Type,
        _ => null,
    };

    private static bool IsRedactor(ITypeSymbol type)
    {
        for (ITypeSymbol? ancestor = type; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (ancestor.Name == "Redactor" && ancestor.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat) == Redactor) return true;
        }

        return false;
    }
}
