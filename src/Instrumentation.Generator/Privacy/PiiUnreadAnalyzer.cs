using System.Collections.Concurrent;
using System.Collections.Immutable;
using Instrumentation.Generator.Diagnostics;
using Instrumentation.Generator.Privacy.Summaries;
using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Generator.Privacy;

/// <summary>Tells of marked data that nothing reads (INS3012). Only members that no other assembly sees can be known not to be read.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PiiUnreadAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.PiiNeverRead];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (!PiiGate.IsOpen(start.Compilation, start.CancellationToken)) return;
            var words = SourceWords.Of(start.Compilation, [], new PiiSummaries(start.Compilation), start.CancellationToken);
            if (!words.IsMarkedHere) return;
            var names = words.Marked;
            var marked = new ConcurrentDictionary<ISymbol, bool>(SymbolEqualityComparer.Default);
            var read = new ConcurrentDictionary<ISymbol, bool>(SymbolEqualityComparer.Default);
            start.RegisterSymbolAction(symbol => Collect(symbol.Symbol, names, marked), SymbolKind.Field, SymbolKind.Property);
            start.RegisterOperationAction(operation => CollectRead((IMemberReferenceOperation)operation.Operation, names, read), OperationKind.FieldReference, OperationKind.PropertyReference);
            start.RegisterCompilationEndAction(end =>
            {
                foreach (var member in marked.Keys.Where(member => !read.ContainsKey(member)).OrderBy(static member => member.Locations[0], Locations.InOrderOfSource))
                    end.ReportDiagnostic(Diagnostic.Create(Descriptors.PiiNeverRead, member.Locations[0], member.ShortName()));
            });
        });
    }

    private static void Collect(ISymbol member, ISet<string> names, ConcurrentDictionary<ISymbol, bool> marked)
    {
        if (!names.Contains(member.Name) || member.IsImplicitlyDeclared || IsSeen(member) || member.ContainingType.IsRecord || PiiMarks.MarkOf(member) is null) return;

        // What implements or overrides is read through what it implements.
        if (member is IPropertySymbol property && (property.IsOverride || property.IsVirtual || property.IsAbstract || property.GetMethod is null
            || property.ContainingType.AllInterfaces.SelectMany(static implemented => implemented.GetMembers()).Any(implemented => SymbolEqualityComparer.Default.Equals(property.ContainingType.FindImplementationForInterfaceMember(implemented), property)))) return;
        marked[member] = true;
    }

    private static void CollectRead(IMemberReferenceOperation reference, ISet<string> names, ConcurrentDictionary<ISymbol, bool> read)
    {
        if (!names.Contains(reference.Member.Name)) return;
        if (reference.Parent is ISimpleAssignmentOperation assignment && assignment.Target == reference) return;
        read[reference.Member.OriginalDefinition] = true;
    }

    private static bool IsSeen(ISymbol member)
    {
        for (var current = member; current is not null and not INamespaceSymbol; current = current.ContainingSymbol)
        {
            if (current.DeclaredAccessibility is Accessibility.Private or Accessibility.Internal or Accessibility.ProtectedAndInternal) return false;
        }

        return true;
    }
}
