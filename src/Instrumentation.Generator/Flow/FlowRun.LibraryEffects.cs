using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Flow;

internal sealed partial class FlowRun
{
    /// <summary>What a library's method leaves in the object that it is called on, and in what it is given.</summary>
    private sealed partial class LibraryCall
    {
        private void Mutate(bool isConstructor)
        {
            var target = receiver ?? (method.IsExtensionMethod && arguments.Count > 0 && !arguments[0].Parameter!.Type.IsString() ? arguments[0].Value : null);
            if (target is not null && (isConstructor || s_mutators.Any(method.Name.StartsWith)) && !(IsImmutable(method.ContainingType) && !isConstructor)) Store(target, isConstructor);

            if (method.Name == "GetValueRefOrAddDefault" && arguments.Count > 1) run.AddPart(arguments[0].Value, Part.MapKey, arguments[1].Value);
            if (method.Name == "Remove" && receiver is not null && arguments is [{ Operation: { } key }, ..]) TakeOut(receiver, key);
            var copies = s_copiers.Any(name => method.Name.Contains(name));
            if (!copies) return;
            foreach (var argument in arguments)
            {
                if (argument.Parameter is not { } parameter || !(IsTarget(parameter.Type) || parameter.Type is IArrayTypeSymbol || parameter.Type.SpecialType == SpecialType.System_Array || parameter.Type.Name is "Span" or "Memory")) continue;
                if (parameter.IsParams || argument.Value.Objects.IsEmpty) continue;
                var taints = receiver is null ? TaintSet.None : run.TextOf(receiver, method.ContainingType, TextFormat.Listed, place).Union(run.Gathered(receiver));
                foreach (var other in arguments.Where(other => other != argument)) taints = taints.Union(Spilled(other)).Union(run.Gathered(other.Value));
                run.AddContent(argument.Value, taints);
            }
        }

        // What is under a constant key is gone; of a list it is not known which element it was.
        private void TakeOut(FlowValue target, IOperation key)
        {
            if (target.Objects is not [{ IsSingle: true } item] || !(method.ContainingType.IsMap() || IsTree(method.ContainingType)) || run.ConstantOf(key) is not { } constant) return;
            run._state.SetPart(item, Part.At(constant), FlowValue.Clean);
        }

        // `new Progress<T>(function).Report(value)` hands the value on.
        private void CallBack(bool isConstructor)
        {
            foreach (var item in receiver?.Objects ?? [])
            {
                if (isConstructor)
                {
                    foreach (var argument in arguments)
                    {
                        if (argument.Parameter is { } parameter && Function(parameter) is { } function && Mentions(function)) run._state.AddPart(item, Part.Call, argument.Value);
                    }
                }
                else if (arguments.Any(static argument => argument.Parameter is { } parameter && Mentions(parameter.OriginalDefinition.Type)))
                {
                    if (run.PartsOf(item).FirstOrDefault(static part => part.Key == Part.Call).Value is { } functions) run.InvokeAll(functions, [.. arguments.Select(static argument => argument.Value)], place);
                    else if (item.Origin == Origin.Given && method.IsAbstract && method.ReturnsVoid) run.HandOn(arguments);
                }
            }
        }

        private static bool IsImmutable(ITypeSymbol type) => type.ContainingNamespace?.ToDisplayString() == "System.Collections.Immutable" && !type.Name.Contains("Builder");

        private void Store(FlowValue target, bool isConstructor)
        {
            var type = method.ContainingType;
            if (isConstructor && type.IsException())
            {
                foreach (var argument in arguments)
                {
                    var part = argument.Parameter?.Name switch { "message" => "Message", "innerException" or "inner" => "InnerException", "actualValue" => "Message", _ => null };
                    if (part is not null) run.AddPart(target, part, part == "Message" ? FlowValue.Of(Spilled(argument)) : argument.Value);
                    else if (argument.Value.Objects.Any(static item => item.Type.IsException())) run.AddPart(target, "InnerException", argument.Value);
                    else if (argument.Parameter?.Type.ElementType().IsException() == true) run.AddPart(target, "InnerException", run.Elements(argument.Value, place, argument.Parameter.Type.ElementType()));
                }

                return;
            }

            foreach (var item in target.Objects)
            {
                foreach (var argument in arguments)
                {
                    if (argument.Operation is { } operation && IsTarget(operation.Type) && !argument.Value.Objects.Contains(item)) run._state.AddPart(item, Part.Under, argument.Value);
                }
            }

            var owner = receiver is null && method.Parameters.Length > 0 ? method.Parameters[0].Type : type;
            if ((owner.IsMap() || owner.IsPair()) && !(isConstructor && !owner.IsPair()))
            {
                var pair = receiver is null ? arguments.Skip(1).ToList() : [.. arguments];
                if (pair.Count >= 2 && pair[1].Parameter is { } second && Function(second) is not null)
                {
                    // A function makes the value.
                    if (second.OriginalDefinition.Type.AsDelegate()?.DelegateInvokeMethod?.ReturnType is ITypeParameterSymbol made && _types.TryGetValue(made, out var value)) run.AddPart(target, Part.Element, value);
                }
                else if (pair.Count >= 2) run.WriteElement(target, owner.IsPair() ? null : pair[0].Operation, pair[0].Value, pair[1].Value);
                if (owner.IsPair()) run.AddPart(target, Part.MapKey, pair[0].Value);
                if (pair.Count == 1)
                {
                    run.AddPart(target, Part.MapKey, run.ReadPart(pair[0].Value, null, Part.MapKey, null, place));
                    run.AddPart(target, Part.Element, run.Elements(pair[0].Value, place, null));
                }

                return;
            }

            if (type.Name == "Tuple" && isConstructor)
            {
                for (var i = 0; i < arguments.Count; i++) run.AddPart(target, $"Item{i + 1}", arguments[i].Value);
                return;
            }

            if (owner.IsCollection() || (owner is INamedTypeSymbol { TypeArguments.Length: > 0 } && !owner.IsTextual()))
            {
                var parameters = type.OriginalDefinition.TypeParameters;
                foreach (var argument in arguments)
                {
                    if (argument.Parameter is not { } parameter || (receiver is null && argument == arguments[0])) continue;
                    if (isConstructor && owner.IsMap() && parameter.Type.IsMap()) Adopt(target, argument.Value);
                    else if (Function(parameter) is not null) continue;
                    else if (parameter.OriginalDefinition.Type is ITypeParameterSymbol { Ordinal: 1 } && owner is INamedTypeSymbol two && IsOfTwo(two)) run.AddPart(target, Part.MapKey, argument.Value);
                    else if (parameter.Type.IsCollection() && !parameter.Type.IsTextual() && !IsOwnElement(parameter)) run.AddPart(target, Part.Element, run.Elements(argument.Value, place, parameter.Type.ElementType()));
                    else if (parameter.Type.SpecialType is not (SpecialType.System_Int32 or SpecialType.System_Boolean) || Mentions(parameter.OriginalDefinition.Type)) run.AddPart(target, Part.Element, argument.Value);
                }

                foreach (var parameter in parameters)
                {
                    if (isConstructor && _types.TryGetValue(parameter, out var value) && !owner.IsMap()) run.AddPart(target, Part.Element, value);
                }

                if (isConstructor && !_made.IsEmpty) run.AddContent(target, _made);
                return;
            }

            if (isConstructor) StoreByName(target);
            run.AddContent(target, Spilled(withReceiver: false).Union(arguments.Aggregate(TaintSet.None, (all, argument) => argument.Parameter is { } parameter && parameter.Type.IsTextual() ? all.Union(run.Gathered(argument.Value)) : all)));
        }

        // `new Claim(type, value).Type`: a property that is called as a parameter is what was given there, and nothing of the rest.
        private void StoreByName(FlowValue target)
        {
            foreach (var argument in arguments)
            {
                if (argument.Parameter is not { } parameter || !parameter.Type.IsString()) continue;
                var properties = method.ContainingType.GetMembers().OfType<IPropertySymbol>().Where(static property => property.Type.IsString() && !property.IsIndexer).ToList();
                var property = properties.FirstOrDefault(property => IsCalled(property, parameter.Name, "")) ?? properties.FirstOrDefault(property => IsCalled(property, parameter.Name, "Value") || IsCalled(property, parameter.Name, "Name"));
                if (property is not null) run.WritePart(target, Part.Of(property), argument.Value.WithInitial(false));
            }
        }

        private static bool IsCalled(IPropertySymbol property, string name, string suffix) => string.Equals(property.Name + suffix, name, StringComparison.OrdinalIgnoreCase);

        // `ICollection<T>.Add(T)` where T is itself a collection.
        private static bool IsOwnElement(IParameterSymbol parameter) => parameter.OriginalDefinition.Type is ITypeParameterSymbol;

        private void Adopt(FlowValue target, FlowValue source)
        {
            foreach (var item in source.Objects)
            {
                foreach (var part in run.PartsOf(item))
                {
                    if (part.Key != Part.Made) run.AddPart(target, part.Key, part.Value);
                }
            }

            if (!source.Taints.IsEmpty) run.AddPart(target, Part.Element, FlowValue.Of(source.Taints));
        }
    }
}
