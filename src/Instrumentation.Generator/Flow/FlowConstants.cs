using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Generator.Flow;

/// <summary>
/// Where it matters which constant it is: a method that is called with a flag or a key does one thing or another. Elsewhere calls with
/// different constants are alike.
/// </summary>
internal sealed class FlowConstants(FlowProgram program)
{
    // A method that translates texts is called with a thousand keys.
    private const int Most = 12;

    /// <summary>Stands for <see langword="null"/>.</summary>
    public static readonly object Null = new();

    private readonly Dictionary<FlowBody, HashSet<ISymbol>> _deciding = [];
    private readonly Dictionary<ISymbol, HashSet<string>> _used = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, bool> _written = new(SymbolEqualityComparer.Default);

    /// <summary>The constant as text, if it matters to the method which one it is, and there have not been too many; else <see langword="null"/>.</summary>
    public string? TextOf(object constant, IParameterSymbol parameter)
    {
        if (program.IsBrief || parameter.ContainingSymbol is not IMethodSymbol method || program.Bodies.Of(method) is not { } body || !Deciding(body).Contains(parameter)) return null;
        var written = ReferenceEquals(constant, Null) ? "" : System.Convert.ToString(constant, System.Globalization.CultureInfo.InvariantCulture)!;
        var text = $"{constant.GetType().Name}{written.Length}:{written}";
        if (!_used.TryGetValue(parameter, out var used)) _used[parameter] = used = new(StringComparer.Ordinal);
        return used.Contains(text) || (used.Count < Most && used.Add(text)) ? text : null;
    }

    /// <summary>Whether a lambda or local function writes to the variable, which may be called at any time, or somebody has its address.</summary>
    public bool IsWrittenElsewhere(ISymbol variable)
    {
        if (_written.TryGetValue(variable, out var known)) return known;
        SyntaxNode? member = variable.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(program.Cancellation).FirstAncestorOrSelf<MemberDeclarationSyntax>();
        if (member is GlobalStatementSyntax) member = member.Parent;
        return _written[variable] = member is null || member.DescendantNodes().OfType<IdentifierNameSyntax>().Any(used => used.Identifier.ValueText == variable.Name && IsWritten(used)
            && (used.Parent is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.AddressOfExpression } || used.Ancestors().TakeWhile(outer => outer != member).Any(static outer => outer is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)));
    }

    /// <summary>Whether what stands there is given a value: by an assignment, also of a tuple, or by reference.</summary>
    public static bool IsWritten(ExpressionSyntax used) => used.Parent is AssignmentExpressionSyntax assignment ? assignment.Left == used
        : used.Parent is PostfixUnaryExpressionSyntax or PrefixUnaryExpressionSyntax or RefExpressionSyntax or ArgumentSyntax { RefKindKeyword.RawKind: not 0 } or ArgumentSyntax { Parent: TupleExpressionSyntax { Parent: AssignmentExpressionSyntax } };

    private HashSet<ISymbol> Deciding(FlowBody body)
    {
        if (_deciding.TryGetValue(body, out var known)) return known;
        var deciding = new HashSet<ISymbol>(SymbolEqualityComparer.Default);

        // A recursion asks again.
        _deciding[body] = deciding;
        foreach (var operation in body.Operation?.Descendants() ?? [])
        {
            if (operation is IParameterReferenceOperation { Parameter: var parameter } && !deciding.Contains(parameter) && Decides(operation)) deciding.Add(parameter);
        }

        return deciding;
    }

    private bool Decides(IOperation read)
    {
        var used = read.Parent;
        while (used is IConversionOperation or IParenthesizedOperation) (read, used) = (used, used.Parent);
        return used switch
        {
            IBinaryOperation { Type.SpecialType: SpecialType.System_Boolean } or IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } or IIsPatternOperation or ISwitchExpressionOperation or ISwitchOperation or ICoalesceOperation or IConditionalAccessOperation => true,
            IConditionalOperation choice => choice.Condition == read,
            IPropertyReferenceOperation or IArrayElementReferenceOperation => true,
            IArgumentOperation { Parent: IPropertyReferenceOperation } => true,
            IArgumentOperation { Parent: IInvocationOperation call, Parameter: { } parameter } => call.TargetMethod.IsInSource() ? IsPassedOn(call.TargetMethod, parameter) : (call.Instance ?? call.Arguments.FirstOrDefault()?.Value)?.Type.IsMap() == true,
            IArgumentOperation { Parent: IObjectCreationOperation { Constructor: { } constructor }, Parameter: { } parameter } => constructor.IsInSource() && IsPassedOn(constructor, parameter),
            _ => false,
        };
    }

    private bool IsPassedOn(IMethodSymbol method, IParameterSymbol parameter)
    {
        return program.Bodies.Of(method) is { Owner: IMethodSymbol called } body && parameter.Ordinal < called.Parameters.Length && Deciding(body).Contains(called.Parameters[parameter.Ordinal]);
    }
}
