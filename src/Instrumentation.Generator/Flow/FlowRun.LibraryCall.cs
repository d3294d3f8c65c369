using Instrumentation.Generator.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Generator.Flow;

internal sealed partial class FlowRun
{
    /// <summary>
    /// What a library's method does, as far as its signature tells: a value of type <c>T</c> can only come from where a <c>T</c> went in.
    /// A text may be made of all texts that went in.
    /// </summary>
    private sealed partial class LibraryCall(FlowRun run, IMethodSymbol method, FlowValue? receiver, IReadOnlyList<Passed> arguments, IOperation place)
    {
        private static readonly string[] s_mutators =
            ["Add", "TryAdd", "Append", "Write", "Insert", "Push", "Enqueue", "TryEnqueue", "Set", "TrySet", "Put", "Replace", "Load", "Fill", "Post", "Send", "GetOrAdd", "Update", "Prepend", "Union", "Include", "TryWrite", "TryUpdate", "Offer", "Start", "Begin"];

        private static readonly string[] s_copiers = ["Copy", "Write", "Serialize", "Save", "Encode", "Decode", "TryFormat", "GetBytes", "GetChars", "Read", "TryCopy", "Fill", "TryGet", "ToUpper", "ToLower", "Transform"];

        private readonly Dictionary<ITypeParameterSymbol, FlowValue> _types = new(SymbolEqualityComparer.Default);
        private TaintSet _made = TaintSet.None;

        /// <summary>Whether a type has a type parameter in it.</summary>
        public static bool Mentions(ITypeSymbol pattern) => pattern switch
        {
            ITypeParameterSymbol => true,
            IArrayTypeSymbol array => Mentions(array.ElementType),
            INamedTypeSymbol named => named.TypeArguments.Any(Mentions) || (named.ContainingType is { } outer && Mentions(outer)),
            _ => false,
        };

        /// <summary>The value of a generic library's property.</summary>
        public static FlowValue Read(FlowRun run, IPropertySymbol property, FlowValue self, IOperation place)
        {
            var call = new LibraryCall(run, property.GetMethod!, self, [], place);
            call.Collect(property.OriginalDefinition.ContainingType, self, property.ContainingType);
            return call.Build(property.OriginalDefinition.Type, property.Type, "p");
        }

        public FlowValue Run()
        {
            var definition = method.OriginalDefinition;
            var isConstructor = method.MethodKind == MethodKind.Constructor;
            if (receiver is not null && !isConstructor) Collect(definition.ContainingType, receiver, method.ContainingType);
            var isQuery = IsQuery(method.Name);
            foreach (var argument in arguments)
            {
                if (argument.Parameter is not { } parameter || Function(parameter) is not null) continue;
                if (IsOnlyCompared(argument)) continue;
                if (!(isQuery && Mentions(parameter.OriginalDefinition.Type) && receiver is not null)) Collect(parameter.OriginalDefinition.Type, argument.Value, parameter.Type);
            }

            for (var round = method.Name.StartsWith("Aggregate", StringComparison.Ordinal) ? 0 : 1; round < 2; round++)
            {
                foreach (var argument in arguments)
                {
                    if (argument.Parameter is { } parameter && Function(parameter) is { } function) InvokeFunction(argument, function, parameter);
                }
            }

            Mutate(isConstructor);
            CallBack(isConstructor);
            foreach (var argument in arguments)
            {
                if (argument.Parameter is { RefKind: RefKind.Out or RefKind.Ref } parameter) argument.Result = Left(parameter, argument);
            }

            if (isConstructor || method.ReturnsVoid) return FlowValue.Unknown;
            var result = Result(definition);
            foreach (var (part, source) in run._policy.SourceParts(method)) run.AddPart(result, part, FlowValue.Of(TaintSet.Of(Token.Of(source), new Hop(source.Name, place.Syntax, null))));
            return result;
        }

        private static INamedTypeSymbol? Function(IParameterSymbol parameter) => parameter.OriginalDefinition.Type.AsDelegate();

        private static bool IsQuery(string name) => name.StartsWith("Contains", StringComparison.Ordinal) || name.StartsWith("IndexOf", StringComparison.Ordinal) || name.StartsWith("LastIndexOf", StringComparison.Ordinal)
            || name.StartsWith("Remove", StringComparison.Ordinal) || name.StartsWith("TryRemove", StringComparison.Ordinal) || name is "TryGetValue" or "Equals" or "CompareTo" or "Compare" or "BinarySearch" or "ExceptWith" or "Exists" or "SequenceEqual" or "IntersectWith";

        // Of the second sequence nothing is in the result.
        private bool IsOnlyCompared(Passed argument) => method.Name is "Except" or "ExceptBy" or "Intersect" or "IntersectBy" or "SequenceEqual" or "Contains" && receiver is null && argument != arguments[0];

        // What a value of the pattern's form says about the type parameters.
        private void Collect(ITypeSymbol pattern, FlowValue value, ITypeSymbol? actual, int depth = 0)
        {
            if (pattern is ITypeParameterSymbol parameter)
            {
                value = value.WithInitial(false);
                _types[parameter] = _types.TryGetValue(parameter, out var known) ? known.Or(value) : value;
                return;
            }

            // There are lists of themselves.
            if (!Mentions(pattern) || depth > Deepest) return;
            var given = (actual as INamedTypeSymbol)?.TypeArguments ?? [];
            ITypeSymbol? At(int i) => i < given.Length ? given[i] : null;
            switch (pattern)
            {
                case IArrayTypeSymbol array:
                    Collect(array.ElementType, run.Elements(value, place, actual.ElementType()), actual.ElementType(), depth + 1);
                    break;
                case INamedTypeSymbol { TypeKind: TypeKind.Delegate }:
                    break;
                case INamedTypeSymbol named when named.IsTransparent():
                    Collect(named.TypeArguments[0], value, At(0), depth + 1);
                    break;
                case INamedTypeSymbol named when named.IsTupleType || named.Name == "Tuple":
                    for (var i = 0; i < named.TypeArguments.Length; i++) Collect(named.TypeArguments[i], run.ReadPart(value, null, $"Item{i + 1}", At(i), place), At(i), depth + 1);
                    break;
                case INamedTypeSymbol named when IsPaired(named):
                    Collect(named.TypeArguments[0], run.ReadPart(value, null, Part.MapKey, At(0), place), At(0), depth + 1);
                    Collect(named.TypeArguments[1], run.Elements(value, place, At(1)), At(1), depth + 1);
                    break;
                case INamedTypeSymbol named:
                    var element = named.ElementType() ?? First(named);
                    var type = actual.ElementType() ?? At(0);
                    Collect(element, run.Elements(value, place, type), type, depth + 1);
                    if (IsOfTwo(named)) Collect(named.TypeArguments[1], run.ReadPart(value, null, Part.MapKey, At(1), place), At(1), depth + 1);
                    break;
            }
        }

        private static ITypeSymbol First(INamedTypeSymbol type) => type.TypeArguments.Length > 0 ? type.TypeArguments[0] : First(type.ContainingType);

        private static bool IsPaired(INamedTypeSymbol type) => type.TypeArguments.Length == 2 && (type.IsMap() || type.IsPair() || type.IsGrouping());

        // A queue with priorities: something that holds two kinds of values.
        private static bool IsOfTwo(INamedTypeSymbol type) => type.TypeArguments.Length == 2 && type.TypeKind == TypeKind.Class && !type.IsCollection() && !type.IsTupleType && type.Name != "Tuple";

        // A value of the pattern's form, made of what is known of the type parameters.
        private FlowValue Build(ITypeSymbol pattern, ITypeSymbol actual, string site)
        {
            if (pattern is ITypeParameterSymbol parameter)
            {
                var known = _types.TryGetValue(parameter, out var value) ? value : FlowValue.Unknown;
                return known.Objects.IsEmpty ? known.WithObjects(run.Given((place, site), actual, place.Syntax).Objects) : known;
            }

            if (!Mentions(pattern) || site.Length > Deepest * 2 || pattern.TypeKind == TypeKind.Delegate) return run.Given((place, site), actual, place.Syntax);
            var given = (actual as INamedTypeSymbol)?.TypeArguments ?? [];
            if (pattern is INamedTypeSymbol transparent && transparent.IsTransparent()) return Build(transparent.TypeArguments[0], given[0], site);
            if (!_types.Values.Any(static value => !value.Taints.IsEmpty || !value.Objects.IsEmpty)) return run.Given((place, site), actual, place.Syntax);

            var made = run.Make(place, actual, site, isExact: false);
            switch (pattern)
            {
                case IArrayTypeSymbol array:
                    run._state.AddPart(made, Part.Element, Build(array.ElementType, ((IArrayTypeSymbol)actual).ElementType, site + "e"));
                    break;
                case INamedTypeSymbol named when named.IsTupleType || named.Name == "Tuple":
                    for (var i = 0; i < named.TypeArguments.Length; i++) run._state.SetPart(made, $"Item{i + 1}", Build(named.TypeArguments[i], given[i], $"{site}i{i}"));
                    break;
                case INamedTypeSymbol named when IsPaired(named):
                    run._state.AddPart(made, Part.MapKey, Build(named.TypeArguments[0], given[0], site + "k"));
                    run._state.AddPart(made, Part.Element, Build(named.TypeArguments[1], given[1], site + "v"));
                    break;
                case INamedTypeSymbol named:
                    run._state.AddPart(made, Part.Element, Build(named.ElementType() ?? First(named), actual.ElementType() ?? First((INamedTypeSymbol)actual), site + "e"));
                    break;
            }

            return FlowValue.Of(made);
        }

        private void InvokeFunction(Passed argument, INamedTypeSymbol function, IParameterSymbol parameter)
        {
            if (function.DelegateInvokeMethod is not { } pattern || parameter.Type.AsDelegate()?.DelegateInvokeMethod is not { } actual) return;
            if (!argument.Value.Objects.Any(static item => item.Target is not null)) return;
            var values = pattern.Parameters.Select((inner, i) =>
            {
                var type = actual.Parameters[i].Type;
                if (inner.Type.SpecialType == SpecialType.System_Object && arguments.FirstOrDefault(static other => other.Parameter is { Name: "state", Type.SpecialType: SpecialType.System_Object }) is { } state) return state.Value;
                var value = Build(inner.Type, type, $"f{parameter.Ordinal}.{i}");
                return Mentions(inner.Type) || type.IsInSource() || !run._policy.Tells(type) ? value : value.With(Spilled());
            }).ToList();
            var result = run.InvokeAll(argument.Value, values, place);
            if (Mentions(pattern.ReturnType)) Collect(pattern.ReturnType, result, actual.ReturnType);
            else if (!pattern.ReturnsVoid) _made = _made.Union(result.Taints);
        }

        // All texts that went in.
        private TaintSet Spilled(bool withReceiver = true)
        {
            var taints = withReceiver && receiver is not null ? run.TextOf(receiver, method.ContainingType, TextFormat.Plain, place).Union(run.Gathered(receiver)) : TaintSet.None;
            foreach (var argument in arguments) taints = taints.Union(Spilled(argument));
            return taints;
        }

        private TaintSet Spilled(Passed argument)
        {
            if (argument.Parameter is not { } parameter || parameter.RefKind == RefKind.Out || Function(parameter) is not null || run._policy.Ignores(method, parameter)) return TaintSet.None;
            var type = argument.Operation is { } operation ? StaticType(operation) : parameter.Type;
            if (parameter.IsParams && argument.Operation is IArrayCreationOperation { Initializer: { } initializer })
            {
                var taints = argument.Value.Taints;
                for (var i = 0; i < initializer.ElementValues.Length; i++)
                {
                    foreach (var item in argument.Value.Objects)
                    {
                        if (run._state.Part(item, Part.At(i)) is { } element) taints = taints.Union(run.TextOf(element, StaticType(initializer.ElementValues[i]), IsContent(parameter) ? TextFormat.Listed : TextFormat.Plain, initializer.ElementValues[i]));
                    }
                }

                return taints;
            }

            // As an object it is written by its ToString; as a collection its elements are, and as the content of an element of XML.
            var format = IsContent(parameter) || parameter.Type.SpecialType != SpecialType.System_Object && parameter.Type.IsCollection() ? TextFormat.Listed : TextFormat.Plain;
            return run.TextOf(argument.Value, type, format, argument.Operation ?? place);
        }

        private static bool IsContent(IParameterSymbol parameter) => parameter.Name == "content" && parameter.ContainingNamespace?.ToDisplayString() == "System.Xml.Linq";

        private FlowValue Left(IParameterSymbol parameter, Passed argument)
        {
            if (receiver is not null && method.Name == "TryGetValue" && arguments[0].Operation is { } key && method.ContainingType.IsMap())
                return run.OfPart(receiver, argument.Operation ?? place, key);
            if (IsMemberOfDocument()) return run.Given((place, parameter.Ordinal), parameter.Type, place.Syntax).With(MemberOfDocument());
            if (Mentions(parameter.OriginalDefinition.Type)) return Build(parameter.OriginalDefinition.Type, parameter.Type, $"o{parameter.Ordinal}");
            var value = run.Given((place, parameter.Ordinal), parameter.Type, place.Syntax);
            return run._policy.Tells(parameter.Type) || parameter.Type.IsNumber() && method.Name.Contains("Parse") ? value.With(Spilled()) : value;
        }

        private FlowValue Result(IMethodSymbol definition)
        {
            var type = method.ReturnType;
            if (receiver is not null && method.Name is "GetValueOrDefault" or "GetValue" or "Get" or "GetAlternateLookup" && arguments.Count > 0 && method.ContainingType.IsMap() && arguments[0].Operation is { } key) return run.OfPart(receiver, place, key);
            if (method.IsExtensionMethod && method.Name == "GetValueOrDefault" && arguments.Count > 1 && arguments[1].Operation is { } second) return run.OfPart(arguments[0].Value, place, second).Or(arguments.Count > 2 ? arguments[2].Value : FlowValue.Clean);

            if (receiver is not null && method.ContainingType.Name == "FormattableString" && method.Name is "GetArgument" or "GetArguments") return arguments is [{ Operation: { } position }] ? run.OfPart(receiver, place, position) : receiver;
            if (method.Name.Contains("Deserialize")) return Deserialized(definition);
            if (IsMemberOfDocument()) return run.Given(place, type).With(MemberOfDocument());

            // A builder returns itself.
            var self = receiver is not null && !method.IsExtensionMethod ? receiver : method.IsExtensionMethod && arguments.Count > 0 ? arguments[0].Value : null;
            var selfType = receiver is not null ? method.ContainingType : method.IsExtensionMethod && method.Parameters.Length > 0 ? method.Parameters[0].Type : null;
            if (self is not null && selfType is { IsReferenceType: true } && !selfType.IsString() && !IsImmutable(selfType) && !Mentions(definition.ReturnType) && selfType.DerivesFrom(type) && type.SpecialType != SpecialType.System_Object && !IsTaskOfNothing(type) && !method.Name.StartsWith("Clone", StringComparison.Ordinal)) return self;
            if (Mentions(definition.ReturnType))
            {
                var built = Build(definition.ReturnType, type, "r");
                if (IsImmutable(type) && receiver is not null) CopyConstants(built);
                return _made.IsEmpty || !run._policy.Tells(type) ? built : built.With(type.IsCollection() ? TaintSet.None : _made);
            }

            var result = run.Given(place, type);
            if ((type.IsNumber() || type.IsTime()) && method is { Name: "Max" or "Min", IsExtensionMethod: true } && arguments.Count == 1) return result.With(run.Gathered(arguments[0].Value)).With(_made);
            if (type.IsNumber() || type.IsTime()) return IsArithmetic() ? result.With(Spilled()).With(_made) : result.With(_made);
            if (type.SpecialType == SpecialType.System_Boolean || type.TypeKind == TypeKind.Enum) return FlowValue.Unknown;
            if (type.Name == "Guid") return method.Name.Contains("Parse") ? FlowValue.Of(Spilled()) : FlowValue.Unknown;
            if (!IsCopy(type)) return result;
            var spilled = Spilled().Union(_made);
            if (spilled.IsEmpty) return type.IsString() && (receiver is null || receiver.IsClean) && arguments.All(static argument => argument.Value.IsClean) && arguments.Count > 0 ? FlowValue.Clean : result;
            if (type.IsTextual() || type.SpecialType == SpecialType.System_Object || type.IsCollection()) return result.With(spilled);
            run.AddContent(result, spilled);
            return result.With(spilled);
        }

        // It is another one than the task of a value that it goes on from.
        private static bool IsTaskOfNothing(ITypeSymbol type) => type is INamedTypeSymbol { Arity: 0 } && type.Is("System.Threading.Tasks", "Task");

        // `document.RootElement.GetProperty("level")`
        private bool IsMemberOfDocument() => receiver is not null && method is { Name: "GetProperty" or "TryGetProperty", ContainingType.Name: "JsonElement" } && arguments[0].Operation?.ConstantValue.Value is string;

        private TaintSet MemberOfDocument() => Named(Spilled(), (string)arguments[0].Operation!.ConstantValue.Value!);

        private FlowValue Deserialized(IMethodSymbol definition) =>
            run.Deserialized(Mentions(definition.ReturnType) ? Build(definition.ReturnType, method.ReturnType, "r") : run.Given(place, method.ReturnType), method.ReturnType, Spilled(), place);

        private void CopyConstants(FlowValue built)
        {
            foreach (var item in receiver!.Objects)
            {
                foreach (var part in run.PartsOf(item))
                {
                    if (Part.IsAt(part.Key)) run.AddPart(built, part.Key, part.Value);
                }
            }
        }

        // A number is made of another, or of its text.
        private bool IsArithmetic()
        {
            if (method.Name.Contains("Parse") || method.ContainingType.Name is "Convert" or "Math" or "BitConverter" or "MathF") return true;
            if (receiver is null && arguments.Count > 0 && arguments[0].Parameter!.Type is { } first && (first.IsNumber() || first.IsTime()) && (method.ContainingType.IsNumber() || method.ContainingType.IsTime())) return true;
            return receiver is not null && (method.ContainingType.IsNumber() || method.ContainingType.IsTime()) && method.Name is not ("GetHashCode" or "CompareTo" or "Subtract");
        }

        private bool IsCopy(ITypeSymbol type)
        {
            if (run._policy.RuleOf(method) == LibraryRule.Copy || type.IsTextual() || type.IsCollection() || type.SpecialType == SpecialType.System_Object) return true;
            if (type.IsInSource() || type.TypeKind == TypeKind.Delegate) return false;
            var home = type.ContainingNamespace?.ToDisplayString() ?? "";
            return home.StartsWith("System.Text", StringComparison.Ordinal) || home.StartsWith("System.IO", StringComparison.Ordinal) || home.StartsWith("System.Xml", StringComparison.Ordinal)
                || home.StartsWith("Newtonsoft.Json", StringComparison.Ordinal) || home == "System.Security.Claims" || type.Name is "Uri" or "FormattableString" or "MailAddress" or "HtmlString" or "StringValues" or "Index" or "JsonContent"
                || SymbolEqualityComparer.Default.Equals(type, method.ContainingType);
        }
    }
}
