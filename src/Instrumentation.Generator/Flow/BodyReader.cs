using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Generator.Flow;

/// <summary>What reading a body once tells of it.</summary>
/// <param name="IsFirst">Whether it has to be followed whatever becomes known of others: it reads a source, or may write an object with one.</param>
/// <param name="Names">What it calls and reads, as far as that may become news; some more than once.</param>
/// <param name="Kept">The kinds of functions that it keeps, or hands to somebody who may.</param>
internal sealed record BodyFacts(bool IsFirst, IReadOnlyList<ISymbol> Names, IReadOnlyList<ITypeSymbol> Kept)
{
    public static readonly BodyFacts None = new(false, [], []);
}

/// <summary>Reads bodies, several at once.</summary>
internal sealed class BodyReader(FlowPolicy policy, FlowHolders holders, Compilation compilation)
{
    private readonly ConcurrentDictionary<ISymbol, SymbolFacts> _symbols = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ITypeSymbol, IReadOnlyList<IMethodSymbol>> _texts = new(SymbolEqualityComparer.Default);

    public BodyFacts Read(FlowBody body) => body.Operation is { } root ? new Reading(this, policy, holders).Of(body, root) : BodyFacts.None;

    private SymbolFacts FactsOf(ISymbol definition)
    {
        if (_symbols.TryGetValue(definition, out var known)) return known;
        var isSource = policy.SourceOf(definition) is not null || policy.RoleOf(definition) is not null;
        var writes = false;
        if (definition is IMethodSymbol called)
        {
            isSource |= policy.SourceParts(called).Any() || (called.Parameters.Any(static parameter => parameter.RefKind != RefKind.None) && called.Parameters.Any(parameter => policy.SourceOf(parameter) is not null));
            writes = policy.MayBeSink(called) || policy.SerializerOf(called) is not null || (called.ReturnType.IsTextual() && !called.IsInSource());
        }

        return _symbols[definition] = new SymbolFacts(MayBeNews(definition), isSource, writes);
    }

    private static ISymbol DefinitionOf(ISymbol symbol) => (symbol is IMethodSymbol { ReducedFrom: { } reduced } ? reduced : symbol).OriginalDefinition;

    // A library's member that nothing here can be called as is never news.
    private static bool MayBeNews(ISymbol symbol) => symbol.IsInSource() || symbol is IParameterSymbol || (!symbol.IsStatic && (symbol.IsVirtual || symbol.IsAbstract || symbol.IsOverride));

    private IReadOnlyList<IMethodSymbol> TextsOf(ITypeSymbol type)
    {
        if (_texts.TryGetValue(type, out var known)) return known;
        return _texts[type] = [.. FindTexts(type)];
    }

    // Of what may be anything, any; and of what can be formatted, how it is.
    private IEnumerable<IMethodSymbol> FindTexts(ITypeSymbol type)
    {
        // There are lists of themselves.
        for (var depth = 0; depth < 3 && type.IsCollection() && type.ElementType() is { } element; depth++) type = element;
        if (type.SpecialType is not (SpecialType.None or SpecialType.System_Object) || type.TypeKind is TypeKind.Enum or TypeKind.Delegate) yield break;
        for (var ancestor = type.TypeKind is TypeKind.Interface or TypeKind.TypeParameter ? compilation.ObjectType : type; ancestor is not null; ancestor = ancestor.BaseType)
        {
            var isLast = false;
            foreach (var member in ancestor.GetMembers(nameof(ToString)))
            {
                if (member is not IMethodSymbol { IsImplicitlyDeclared: false } text || !(text.Parameters.IsEmpty || IsFormatting(text))) continue;
                yield return text.OriginalDefinition;
                isLast |= text.Parameters.IsEmpty;
            }

            if (isLast) yield break;
        }
    }

    private static bool IsFormatting(IMethodSymbol text) => text.IsInSource() && text.Parameters is [{ Type.SpecialType: SpecialType.System_String }, { Type.Name: nameof(IFormatProvider) }];

    private static ITypeSymbol? Unconverted(IOperation value)
    {
        while (value is IConversionOperation conversion) value = conversion.Operand;
        return value.Type;
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

    // To code that may keep it: not to a library's, which is known to call it.
    private static bool IsHandedOn(IDelegateCreationOperation creation) => creation.Parent is IArgumentOperation { Parameter.ContainingSymbol: { } called } && (called.IsInSource() || called.IsAbstract);

    /// <param name="MayBeNews">Whether whoever names it may have to be followed later.</param>
    /// <param name="IsSource">Whether it hands out a source by itself.</param>
    /// <param name="Writes">Whether it may write what it is given as a whole, or make a text of it.</param>
    private readonly record struct SymbolFacts(bool MayBeNews, bool IsSource, bool Writes);

    private sealed class Reading(BodyReader reader, FlowPolicy policy, FlowHolders holders)
    {
        private readonly List<ISymbol> _names = [];
        private readonly List<ITypeSymbol> _kept = [];
        private bool _isFirst;

        public BodyFacts Of(FlowBody body, IOperation root)
        {
            _isFirst = body.Owner is IMethodSymbol method && (method.Parameters.Any(IsSource) || (body.Owner.ContainingType is { } type && !method.IsStatic && policy.SourceOfType(type) is not null));

            // By kind: asking each for each interface would take longer than all else.
            foreach (var operation in root.DescendantsAndSelf()) Read(operation);
            return new BodyFacts(_isFirst, _names, _kept);
        }

        private void Read(IOperation operation)
        {
            switch (operation.Kind)
            {
                case OperationKind.FieldReference or OperationKind.PropertyReference or OperationKind.MethodReference or OperationKind.EventReference:
                    Name(((IMemberReferenceOperation)operation).Member);
                    break;
                case OperationKind.ParameterReference:
                    Name(((IParameterReferenceOperation)operation).Parameter);
                    break;
                case OperationKind.PropertySubpattern when operation is IPropertySubpatternOperation { Member: IMemberReferenceOperation reference }:
                    Name(reference.Member);
                    break;
                case OperationKind.Invocation:
                    ReadCall((IInvocationOperation)operation);
                    break;
                case OperationKind.ObjectCreation when operation is IObjectCreationOperation { Constructor: { } constructor } creation:
                    if (Name(constructor).Writes) Show(creation.Arguments);
                    break;
                case OperationKind.Interpolation or OperationKind.Binary when Written(operation) is { } written:
                    Text(written);
                    Show(written);
                    break;
                case OperationKind.Binary when operation is IBinaryOperation { OperatorMethod: { } binary }:
                    Name(binary);
                    break;
                case OperationKind.Unary when operation is IUnaryOperation { OperatorMethod: { } unary }:
                    Name(unary);
                    break;
                case OperationKind.Argument:
                    ReadArgument((IArgumentOperation)operation);
                    break;
                case OperationKind.Conversion:
                    if (((IConversionOperation)operation).OperatorMethod is { } converting) Name(converting);
                    ReadConversion((IConversionOperation)operation);
                    break;
                case OperationKind.SimpleAssignment or OperationKind.CompoundAssignment or OperationKind.CoalesceAssignment when operation is IAssignmentOperation { Target: IMemberReferenceOperation { Member: { } member }, Value: var value }:
                    if (operation is ICompoundAssignmentOperation { OperatorMethod: { } compound }) Name(compound);
                    if (policy.MayBeSink(member)) Show(Unconverted(value));
                    break;
                case OperationKind.DelegateCreation when operation is IDelegateCreationOperation { Type: { } kind } creation:
                    ReadFunction(creation, kind);
                    break;
                case OperationKind.AnonymousFunction:
                    _isFirst |= ((IAnonymousFunctionOperation)operation).Symbol.Parameters.Any(IsSource);
                    break;
                case OperationKind.LocalFunction:
                    var function = ((ILocalFunctionOperation)operation).Symbol;
                    _isFirst |= function.Parameters.Any(IsSource) || IsSource(function);
                    break;
                case OperationKind.DeconstructionAssignment or OperationKind.Loop or OperationKind.RecursivePattern:
                    TakeApart(operation);
                    break;
            }
        }

        private bool IsSource(ISymbol symbol) => policy.SourceOf(symbol) is not null;

        private SymbolFacts Name(ISymbol symbol)
        {
            var definition = DefinitionOf(symbol);
            var facts = reader.FactsOf(definition);
            if (facts.MayBeNews) _names.Add(definition);
            _isFirst |= facts.IsSource;
            return facts;
        }

        private void Text(ITypeSymbol type)
        {
            _names.AddRange(reader.TextsOf(type));
        }

        // What may be written as a whole: an argument of a sink, of a serializer and of what a library makes text of, and what is made text of here.
        private void Show(ITypeSymbol? type)
        {
            if (type is null) return;
            Text(type);
            _isFirst = _isFirst || holders.Show(type);
        }

        private void Show(IEnumerable<IArgumentOperation> arguments)
        {
            foreach (var argument in arguments) Show(Unconverted(argument.Value));
        }

        private void ReadCall(IInvocationOperation call)
        {
            var facts = Name(call.TargetMethod);
            if (call is { TargetMethod: { Name: nameof(ToString), Parameters.IsEmpty: true }, Instance.Type: { } receiver }) Show(receiver);
            else if (facts.Writes) Show(call.Arguments);
        }

        private void ReadArgument(IArgumentOperation argument)
        {
            if (argument is not { Parameter: { } parameter, Value.Type: { } given }) return;
            if (parameter.Type.IsCollection()) Text(given);
            if (parameter.ContainingSymbol.IsInSource() && parameter.OriginalDefinition.Type is ITypeParameterSymbol) Show(given);
        }

        // An object that is handed on as something more general may be written there.
        private void ReadConversion(IConversionOperation conversion)
        {
            if (conversion is not { IsImplicit: true, Type: { } general, Operand.Type: { } special }) return;
            if (general.SpecialType == SpecialType.System_Object) Text(special);
            if (!_isFirst && special.IsReferenceType && general.TypeKind != TypeKind.Delegate
                && (general.SpecialType == SpecialType.System_Object || general.TypeKind is TypeKind.Interface or TypeKind.Dynamic || special.BaseType is { SpecialType: not SpecialType.System_Object }))
                _isFirst = holders.ShowMore(special, general) && !IsForgotten(conversion, special);
        }

        // A function that is kept may be called by anybody: it matters once somebody hands something that matters to one of its kind.
        private void ReadFunction(IDelegateCreationOperation creation, ITypeSymbol kind)
        {
            var place = KeptIn(creation);
            if (place is null ? IsHandedOn(creation) : FlowHolders.TypeOf(place).TypeKind == TypeKind.Delegate && (place.IsInSource() || place is IEventSymbol)) _kept.Add(kind);
            else _isFirst |= place is not null;
        }

        // By position, which does not name what is read.
        private void TakeApart(IOperation operation)
        {
            var (type, into) = operation switch
            {
                IDeconstructionAssignmentOperation deconstruction => (deconstruction.Value.Type, deconstruction.Target),
                IForEachLoopOperation { LoopControlVariable: var variable and not IVariableDeclaratorOperation } loop => (Unconverted(loop.Collection)?.ElementType(), variable),
                IRecursivePatternOperation { DeconstructionSubpatterns.IsEmpty: false } pattern => (pattern.InputType, pattern),
                _ => (null, operation),
            };
            if (type is null) return;
            
            // It is called without being named.
            for (var ancestor = type; ancestor is not null; ancestor = ancestor.BaseType)
            {
                foreach (var method in ancestor.GetMembers("Deconstruct")) Name(method);
            }

            _isFirst = _isFirst || (holders.IsMarked(type) || (into.Descendants().OfType<ITupleOperation>().Skip(into is ITupleOperation ? 0 : 1).Any() && holders.Show(type)));
        }

        // Handed to something that only looks at it: a comparison, or a method of a library that neither writes it nor gives it back.
        private bool IsForgotten(IConversionOperation conversion, ITypeSymbol special) => conversion.Parent switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } => true,
            IForEachLoopOperation => true,
            IArgumentOperation argument when argument.Parameter.IsSender() => true,
            _ when conversion.Type is { SpecialType: SpecialType.System_IDisposable } or { Name: "IAsyncDisposable" } => true,
            IArgumentOperation { Parameter.ContainingSymbol: IMethodSymbol { IsStatic: true } method } => !method.IsInSource() && !policy.MayBeSink(method)
                && (method.ReturnsVoid || method.ReturnType.SpecialType == SpecialType.System_Boolean || (method.ReturnType.IsCollection() && !holders.ShowMore(special, method.ReturnType))),
            _ => false,
        };

        // What is made text of without its method being named.
        private static ITypeSymbol? Written(IOperation operation) => operation switch
        {
            IInterpolationOperation hole => hole.Expression.Type,
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum => sum.LeftOperand.Type.IsString() ? sum.RightOperand.Type : sum.LeftOperand.Type,
            _ => null,
        };
    }
}
