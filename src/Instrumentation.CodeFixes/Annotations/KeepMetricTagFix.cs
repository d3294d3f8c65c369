using System.Collections.Immutable;
using System.Composition;
using Instrumentation.CodeFixes.Editing;
using Instrumentation.Generator;
using Instrumentation.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Instrumentation.CodeFixes.Annotations;

/// <summary>What can be done about a tag of a metric that takes any value, besides removing it: put it on the span, or say which values it takes.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(KeepMetricTagFix)), Shared]
public sealed class KeepMetricTagFix : TextFix
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.MetricUnbounded];

    private protected override IEnumerable<Offer> Offers(Diagnostic diagnostic, SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        if (node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method || node.FirstAncestorOrSelf<AttributeArgumentSyntax>() is not { NameEquals.Name.Identifier.ValueText: "Tags" } tags) yield break;
        if (model.GetConstantValue(node, cancellation).Value is not string entry) yield break;

        // "name=path", or the path alone.
        var parts = entry.Split('=').Select(static part => part.Trim()).ToList();
        var path = parts[parts.Count - 1].Split('.').Select(static part => part.Trim()).ToList();
        var parameter = method.ParameterList.Parameters.FirstOrDefault(parameter => parameter.Identifier.ValueText == path[0]);
        if (parameter is null || IsTagged(parameter, model, cancellation)) yield break;

        var settings = new List<string>();
        if (parts.Count > 1) settings.Add(SymbolDisplay.FormatLiteral(parts[0], quote: true));
        if (path.Count > 1) settings.Add($"Path = {SymbolDisplay.FormatLiteral(string.Join(".", path.Skip(1)), quote: true)}");
        if (IsTraced(method, model, cancellation) && RemoveMetricTagFix.Removal(tags, diagnostic.Location.SourceSpan) is { } removal)
            yield return new Offer("Put it on the span instead", "OnSpan", removal, Tag(parameter, settings, model));

        if (path.Count == 1 && model.GetDeclaredSymbol(parameter, cancellation)?.Type.SpecialType == SpecialType.System_String)
            yield return new Offer("Say which values it takes", "Bound", Tag(parameter, [.. settings, "Values = new[] { \"first\", \"second\" }"], model));
    }

    private static bool IsTagged(ParameterSyntax parameter, SemanticModel model, CancellationToken cancellation) =>
        parameter.AttributeLists.All().Any(attribute => attribute.Is(AttributeNames.Tag, model, cancellation));

    private static bool IsTraced(MethodDeclarationSyntax method, SemanticModel model, CancellationToken cancellation) =>
        method.AttributeLists.All().Concat((method.Parent as TypeDeclarationSyntax)?.AttributeLists.All() ?? []).Any(attribute => attribute.Is(AttributeNames.Traced, model, cancellation));

    private static TextChange Tag(ParameterSyntax parameter, IReadOnlyList<string> settings, SemanticModel model) =>
        new(new TextSpan(parameter.SpanStart, 0), $"[{AttributeSyntaxes.NameAt(parameter.SpanStart, AttributeNames.Tag, model)}{(settings.Count == 0 ? "" : $"({string.Join(", ", settings)})")}] ");
}
