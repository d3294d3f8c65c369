using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Generator.Flow;

/// <summary>Making objects.</summary>
internal sealed partial class FlowRun
{
    private FlowValue Create(IObjectCreationOperation creation)
    {
        var arguments = creation.Arguments.Select(argument => new Passed(argument.Parameter, Eval(argument.Value), argument.Value)).ToList();
        var constructor = creation.Constructor;
        if (constructor is not null && _policy.MayBeSink(constructor)) ReportCall(constructor, null, null, arguments, creation);
        if (creation.Type.IsString())
        {
            var text = arguments.Aggregate(TaintSet.None, (all, argument) => all.Union(Gathered(argument.Value)));
            return text.IsEmpty && arguments.All(static argument => argument.Value.IsClean) ? FlowValue.Clean : FlowValue.Of(text);
        }

        // `new ValueTask<T>(value)` is the value.
        if (creation.Type?.IsTransparent() == true && arguments.Count > 0) return arguments[0].Value;
        if (constructor is not null && RoleOf(constructor, arguments) is { } known) return known;
        var made = FlowValue.Of(Make(creation, creation.Type));
        if (constructor is not null) Construct(constructor, made, arguments, creation);
        return creation.Type is { } type && _policy.SourceOfType(type) is { } source ? made.With(TaintSet.Of(Token.Of(source), new Hop(source.Name, creation.Syntax, null))) : made;
    }

    // What writes to a place that is known, or over something that does: `new StreamWriter(new FileStream(path, FileMode.Append))`.
    private FlowValue? RoleOf(IMethodSymbol constructor, IReadOnlyList<Passed> arguments)
    {
        if (_policy.RoleOf(constructor) is { } role) return KnownFor(role, constructor.ContainingType);
        if (constructor.IsInSource() || !constructor.ContainingType.Ancestors().Any(static ancestor => ancestor.Is("System.IO", "TextWriter") || ancestor.Is("System.IO", "Stream"))) return null;
        return arguments.Select(static argument => argument.Value).FirstOrDefault(static value => value.Objects.Any(static item => item.Role is not null));
    }

    private FlowValue KnownFor(string role, ITypeSymbol? type) => FlowValue.Of(Intern("role", role, () => new FlowObject(Origin.Given, type, false, false, 0) { Role = role }));

    // `new T()`: of what, the caller may have said.
    private FlowValue CreateOf(ITypeParameterObjectCreationOperation created)
    {
        if (_frame.Resolve(created.Type) is not INamedTypeSymbol type) return FlowValue.Of(Make(created, created.Type, isExact: false));
        var made = FlowValue.Of(Make(created, type));
        if (type.IsInSource() && type.InstanceConstructors.FirstOrDefault(static constructor => constructor.Parameters.IsEmpty) is { } constructor) Construct(constructor, made, [], created);
        return made;
    }

    // It belongs to the object that has it: what is written to it is found there again.
    private FlowValue KnownFor(string role, FlowValue? receiver, ISymbol member)
    {
        if (receiver is null || receiver.Objects.IsEmpty) return KnownFor(role, TypeOf(member));
        var part = Part.Of(member);
        FlowValue? result = null;
        foreach (var item in receiver.Objects)
        {
            var known = (_state.Part(item, part) ?? FlowValue.Unknown).WithInitial(false);
            if (known.Objects.All(static found => found.Role is null))
                known = known.Or(FlowValue.Of(Intern(item, role, () => new FlowObject(Origin.Given, TypeOf(member), false, item.IsSingle, item.Depth + 1) { Role = role, Parent = (item, part) })));
            result = result is null ? known : result.Or(known);
        }

        return result!;
    }

    // Runs a constructor on an object that is there.
    private void Construct(IMethodSymbol constructor, FlowValue self, IReadOnlyList<Passed> arguments, IOperation place)
    {
        if (_program.Bodies.Of(constructor) is not null)
        {
            CallMethod(constructor, self, arguments, place);
            return;
        }

        if (!constructor.ContainingType.IsInSource())
        {
            if (_policy.MayBeSink(constructor) && place is IInvocationOperation) ReportCall(constructor, null, null, arguments, place);
            CallLibrary(constructor, self, arguments, place);
            return;
        }

        // `new(other)` of a record.
        if (constructor.ContainingType.IsRecord && constructor.IsImplicitlyDeclared && arguments.Count == 1)
        {
            CopyParts(arguments[0].Value, self);
            return;
        }

        var frame = FrameOf(place, FlowBodies.Key(constructor));
        _state.SetRoot(frame, self);
        foreach (var argument in arguments)
        {
            if (argument.Parameter is { } parameter) _state.SetRoot(parameter.OriginalDefinition, argument.Value);
        }

        var outer = _frame;
        _frame = frame;
        StoreParameters(constructor.OriginalDefinition, self, place);
        Initialize(constructor.ContainingType, place);
        _frame = outer;
        Close(constructor.OriginalDefinition, frame, null, place, self);
        Forget(constructor.OriginalDefinition, []);
    }

    private void BeforeConstructor(IMethodSymbol constructor, FlowBody body)
    {
        if (_state.Root(_frame) is not { } self || body.Operation is not { } place) return;
        if (body.Node is TypeDeclarationSyntax) StoreParameters(constructor, self, place);
        if (body.Node is ConstructorDeclarationSyntax { Initializer.ThisOrBaseKeyword.RawKind: (int)Microsoft.CodeAnalysis.CSharp.SyntaxKind.ThisKeyword }) return;
        Initialize(constructor.ContainingType, place, callsBase: body.Node is ConstructorDeclarationSyntax { Initializer: null });
    }

    // A record keeps its parameters in properties, a class in fields that only it sees.
    private void StoreParameters(IMethodSymbol constructor, FlowValue self, IOperation place)
    {
        foreach (var parameter in constructor.Parameters)
        {
            var value = _state.Root(parameter) ?? FlowValue.Unknown;
            if (!value.IsClean) value = value.With(SourceAt(parameter, place));
            var property = constructor.ContainingType.IsRecord ? constructor.ContainingType.GetMembers(parameter.Name).OfType<IPropertySymbol>().FirstOrDefault(property => IsOf(property, parameter)) : null;
            if (property is not null) Write(self, property, value, place);
            WritePart(self, Part.OfCaptured(parameter), value);
        }
    }

    private static bool IsOf(IPropertySymbol property, IParameterSymbol parameter) =>
        property.Locations.Any(parameter.Locations.Contains) || (property.Locations.Length == 0 || !property.IsInSource());

    private void Initialize(INamedTypeSymbol type, IOperation place, bool callsBase = true)
    {
        foreach (var initializer in _program.Bodies.InitializersOf(type))
        {
            if (initializer.Graph is { } graph) RunGraph(graph, _frame, null);
        }

        if (!callsBase || type.BaseType is not { } ancestor || !ancestor.IsInSource() || _state.Root(_frame) is not { } self) return;
        var constructor = ancestor.InstanceConstructors.FirstOrDefault(static constructor => constructor.Parameters.Length == 0);
        if (constructor is not null) Construct(constructor, self, [], place);
    }

    private FlowValue CreateAnonymous(IAnonymousObjectCreationOperation anonymous)
    {
        var made = Make(anonymous, anonymous.Type);
        foreach (var initializer in anonymous.Initializers.OfType<ISimpleAssignmentOperation>())
        {
            var value = Eval(initializer.Value);
            if (initializer.Target is IPropertyReferenceOperation property) _state.SetPart(made, property.Property.Name, value);
        }

        return FlowValue.Of(made);
    }

    private FlowValue CreateTuple(ITupleOperation tuple)
    {
        var values = tuple.Elements.Select(Eval).ToList();
        var made = Make(tuple, tuple.Type);
        for (var i = 0; i < values.Count; i++) _state.SetPart(made, $"Item{i + 1}", values[i]);
        return FlowValue.Of(made);
    }

    // `with`: a copy of what is known.
    private FlowValue Clone(FlowValue original, IOperation place)
    {
        var made = original.Objects.IsEmpty || original.Objects.Any(static item => item.Origin != Origin.Made)
            ? Intern(place, "clone", () => new FlowObject(Origin.Given, place.Type, false, isSingle: true, 0))
            : Make(place, original.Objects[0].Type ?? place.Type, "clone");
        _state.Clear(made);
        var result = FlowValue.Of(made);
        CopyParts(original, result);
        return result.With(original.Taints);
    }

    private void CopyParts(FlowValue original, FlowValue copy)
    {
        var isFirst = true;
        foreach (var item in original.Objects)
        {
            foreach (var part in PartsOf(item))
            {
                if (part.Key == Part.Made) continue;
                if (isFirst && original.Objects.Length == 1) WritePart(copy, part.Key, part.Value);
                else AddPart(copy, part.Key, part.Value);
            }

            isFirst = false;
        }
    }
}
