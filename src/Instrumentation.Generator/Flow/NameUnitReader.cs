using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Generator.Flow;

/// <summary>Reads the units of a method.</summary>
internal sealed class NameUnitReader : CSharpSyntaxWalker
{
    // As it is called by a statement that disposes of something, and by an initializer of a collection.
    private static readonly string[] s_disposing = ["Dispose", "DisposeAsync"];
    private const string Adding = "Add";
    private const string Field = "field";
    private const string Invoking = "Invoke";

    private readonly List<NameUnit> _units = [];
    private readonly HashSet<string> _locals = new(StringComparer.Ordinal) { NameUnit.This };
    private readonly HashSet<string> _functions = new(StringComparer.Ordinal);
    private readonly IMethodSymbol _method;
    private readonly NameScope _scope;
    private NameUnit? _unit;
    private string? _function;

    public NameUnitReader(IMethodSymbol method, NameScope scope)
    {
        _method = method;
        _scope = scope;
        _locals.UnionWith(method.Parameters.Select(static parameter => parameter.Name));
    }

    /// <summary>Reads it.</summary>
    public IReadOnlyList<NameUnit> Read(SyntaxNode node)
    {
        switch (node)
        {
            case ArrowExpressionClauseSyntax arrow:
                Result(arrow.Expression);
                break;
            case BaseMethodDeclarationSyntax method:
                if (method is ConstructorDeclarationSyntax { Initializer: { } initializer }) Chain(initializer);
                Visit(method.Body);
                if (method.ExpressionBody is { } expression) Result(expression.Expression);
                break;
            case AccessorDeclarationSyntax accessor:
                Visit(accessor.Body);
                if (accessor.ExpressionBody is { } value) Result(value.Expression);
                break;
        }

        // Only now it is known what is declared: a name may stand before that, in a loop or a function.
        foreach (var unit in _units) Resolve(unit);
        return _units;
    }

    private void Resolve(NameUnit unit)
    {
        // A method that is handed on as a function is one of the type's own.
        if (unit.Groups.Any(name => !_locals.Contains(name) && _scope.Methods.Contains(name))) unit.Names.Add(NameUnit.This);
        unit.Names.RemoveWhere(name => !_locals.Contains(name) && !_scope.State.Contains(name));
        foreach (var called in unit.Called)
        {
            if (_locals.Contains(called) || _scope.State.Contains(called))
            {
                unit.Names.Add(called);
                unit.IsOpen |= !_functions.Contains(called);
            }
            else
            {
                unit.Names.Add(NameUnit.This);
            }
        }
    }

    public override void Visit(SyntaxNode? node)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();

        // Statements in a lambda belong to the one around it.
        if (node is StatementSyntax statement && _unit is null) ReadStatement(statement);
        else if (node is not null && !ReadPart(node)) base.Visit(node);
    }

    public override void VisitIdentifierName(IdentifierNameSyntax node) => Name(node);

    public override void VisitGenericName(GenericNameSyntax node)
    {
        Name(node);
        base.VisitGenericName(node);
    }

    public override void VisitThisExpression(ThisExpressionSyntax node) => _unit?.Names.Add(NameUnit.This);

    public override void VisitBaseExpression(BaseExpressionSyntax node) => _unit?.Names.Add(NameUnit.This);

    public override void VisitVariableDeclarator(VariableDeclaratorSyntax node) => Declare(node.Identifier, node);

    public override void VisitSingleVariableDesignation(SingleVariableDesignationSyntax node) => Declare(node.Identifier, node);

    public override void VisitParameter(ParameterSyntax node) => Declare(node.Identifier, node);

    public override void VisitForEachStatement(ForEachStatementSyntax node) => Declare(node.Identifier, node);

    public override void VisitCatchDeclaration(CatchDeclarationSyntax node) => Declare(node.Identifier, node);

    public override void VisitFromClause(FromClauseSyntax node) => Declare(node.Identifier, node);

    public override void VisitLetClause(LetClauseSyntax node) => Declare(node.Identifier, node);

    public override void VisitJoinClause(JoinClauseSyntax node) => Declare(node.Identifier, node);

    public override void VisitJoinIntoClause(JoinIntoClauseSyntax node) => Declare(node.Identifier, node);

    public override void VisitQueryContinuation(QueryContinuationSyntax node) => Declare(node.Identifier, node);

    public override void VisitLocalFunctionStatement(LocalFunctionStatementSyntax node)
    {
        _functions.Add(node.Identifier.ValueText);
        Declare(node.Identifier, node);
    }

    public override void VisitElementAccessExpression(ElementAccessExpressionSyntax node)
    {
        _unit?.Words.Add(NameUnit.Indexer);
        base.VisitElementAccessExpression(node);
    }

    public override void VisitElementBindingExpression(ElementBindingExpressionSyntax node)
    {
        _unit?.Words.Add(NameUnit.Indexer);
        base.VisitElementBindingExpression(node);
    }

    public override void VisitInitializerExpression(InitializerExpressionSyntax node)
    {
        if (node.IsKind(SyntaxKind.CollectionInitializerExpression)) _unit?.Words.Add(Adding);
        base.VisitInitializerExpression(node);
    }

    public override void VisitImplicitObjectCreationExpression(ImplicitObjectCreationExpressionSyntax node)
    {
        if (_unit is { } unit) unit.IsOpen |= node.ArgumentList.Arguments.Count > 0 || node.Initializer is not null;
        base.VisitImplicitObjectCreationExpression(node);
    }

    public override void DefaultVisit(SyntaxNode node)
    {
        // `field` in an accessor, for which older compilers have no node.
        if (node is ExpressionSyntax and not IdentifierNameSyntax && node.GetFirstToken() is var token && token.Span == node.Span && token.Text == Field)
        {
            _locals.Add(Field);
            _unit?.Names.Add(Field);
            return;
        }

        base.DefaultVisit(node);
    }

    private void Declare(SyntaxToken name, SyntaxNode node)
    {
        _locals.Add(name.ValueText);
        _unit?.Names.Add(name.ValueText);
        foreach (var child in node.ChildNodes()) Visit(child);
    }

    private void ReadStatement(StatementSyntax statement)
    {
        switch (statement)
        {
            case LocalFunctionStatementSyntax function:
                ReadFunction(function);
                break;
            case ReturnStatementSyntax or YieldStatementSyntax:
                Result(statement);
                break;
            case ThrowStatementSyntax:
                Unit(isOpen: true, statement);
                break;
            case ExpressionStatementSyntax:
                Unit(isOpen: false, statement);
                break;
            case LocalDeclarationStatementSyntax declaration:
                Dispose(Unit(isOpen: false, statement), declaration.UsingKeyword);
                break;
            case ForEachStatementSyntax loop:
                _locals.Add(loop.Identifier.ValueText);
                Unit(isOpen: false, loop.Expression).Names.Add(loop.Identifier.ValueText);
                Visit(loop.Statement);
                break;
            case ForEachVariableStatementSyntax loop:
                Unit(isOpen: false, loop.Variable, loop.Expression);
                Visit(loop.Statement);
                break;
            case UsingStatementSyntax use:
                Dispose(Unit(isOpen: false, use.Declaration, use.Expression), use.UsingKeyword);
                Visit(use.Statement);
                break;
            case FixedStatementSyntax pin:
                Unit(isOpen: false, pin.Declaration);
                Visit(pin.Statement);
                break;
            case SwitchStatementSyntax choice:
                Unit(isOpen: false, [choice.Expression, .. choice.Sections.SelectMany(static section => section.Labels)]);
                foreach (var inner in choice.Sections.SelectMany(static section => section.Statements)) Visit(inner);
                break;
            default:
                foreach (var child in statement.ChildNodes()) ReadChild(child);
                break;
        }
    }

    // Conditions, initializers and the like stand for themselves.
    private void ReadChild(SyntaxNode child)
    {
        if (child is StatementSyntax) Visit(child);
        else if (child is ElseClauseSyntax or CatchClauseSyntax or FinallyClauseSyntax or BlockSyntax) foreach (var inner in child.ChildNodes()) ReadChild(inner);
        else Unit(isOpen: false, child);
    }

    // What goes in at its parameters comes out at its name.
    private void ReadFunction(LocalFunctionStatementSyntax function)
    {
        var outer = _function;
        _function = function.Identifier.ValueText;
        _locals.Add(_function);
        _functions.Add(_function);
        Unit(isOpen: false, function.ParameterList).Names.Add(_function);
        Visit(function.Body);
        if (function.ExpressionBody is { } expression) Result(expression.Expression);
        _function = outer;
    }

    private void Result(SyntaxNode node)
    {
        var unit = Unit(isOpen: false, node);
        if (_function is null) unit.IsResult = !_method.ReturnsVoid;
        else unit.Names.Add(_function);
    }

    private void Chain(ConstructorInitializerSyntax initializer)
    {
        var isBase = initializer.IsKind(SyntaxKind.BaseConstructorInitializer);
        var unit = Unit(isOpen: isBase, initializer.ArgumentList);
        unit.Names.Add(NameUnit.This);
        unit.Words.Add((isBase ? _method.ContainingType.BaseType : _method.ContainingType)?.Name ?? "");
    }

    private NameUnit Unit(bool isOpen, params IEnumerable<SyntaxNode?> nodes)
    {
        var outer = _unit;
        var unit = _unit = new NameUnit { IsOpen = isOpen };
        _units.Add(unit);
        foreach (var node in nodes)
        {
            if (node is StatementSyntax) foreach (var child in node.ChildNodes()) Visit(child);
            else Visit(node);
        }

        _unit = outer;
        return unit;
    }

    // What nothing else in the statement is made of.
    private bool ReadPart(SyntaxNode node)
    {
        switch (node)
        {
            case BinaryExpressionSyntax binary when IsComparison(binary.Kind()):
                Unit(isOpen: false, binary.Left);
                Unit(isOpen: false, binary.Right);
                return true;
            case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not:
                Unit(isOpen: false, not.Operand);
                return true;
            case IsPatternExpressionSyntax pattern:
                Unit(isOpen: false, pattern.Expression, pattern.Pattern);
                return true;
            case ConditionalExpressionSyntax choice:
                Unit(isOpen: false, choice.Condition);
                Visit(choice.WhenTrue);
                Visit(choice.WhenFalse);
                return true;
            case WhenClauseSyntax clause:
                Unit(isOpen: false, clause.Condition);
                return true;
            case ThrowExpressionSyntax thrown:
                Unit(isOpen: true, thrown.Expression);
                return true;
            case ThrowStatementSyntax thrown when _unit is not null:
                Unit(isOpen: true, thrown.Expression);
                return true;
            case InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } or TypeOfExpressionSyntax or SizeOfExpressionSyntax:
                return true;
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: nameof(Equals), Expression: var one } } equals:
                Unit(isOpen: false, one);
                foreach (var argument in equals.ArgumentList.Arguments) Unit(isOpen: false, argument.Expression);
                return true;
            default:
                return false;
        }
    }

    private static bool IsComparison(SyntaxKind kind) => kind is SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression or SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression
        or SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression or SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression or SyntaxKind.IsExpression;

    private static void Dispose(NameUnit unit, SyntaxToken keyword)
    {
        if (keyword.IsKind(SyntaxKind.UsingKeyword)) unit.Words.AddRange(s_disposing);
    }

    private void Name(SimpleNameSyntax node)
    {
        if (_unit is not { } unit) return;
        var name = node.Identifier.ValueText;
        unit.Words.Add(name);
        unit.IsOpen |= name == Invoking;
        switch (node.Parent)
        {
            case MemberAccessExpressionSyntax access when access.Name == node:
            case MemberBindingExpressionSyntax or QualifiedNameSyntax or NameColonSyntax or NameEqualsSyntax:
            case AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } assignment when assignment.Left == node:
                break;
            case InvocationExpressionSyntax:
                unit.Called.Add(name);
                break;
            case ArgumentSyntax or AssignmentExpressionSyntax or EqualsValueClauseSyntax or ArrowExpressionClauseSyntax or ReturnStatementSyntax:
                unit.Names.Add(name);
                unit.Groups.Add(name);
                break;
            default:
                unit.Names.Add(name);
                break;
        }
    }
}
