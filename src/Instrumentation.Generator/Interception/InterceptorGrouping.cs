using Instrumentation.Generator.Methods;
using Instrumentation.Generator.Roslyn;
using Instrumentation.Generator.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace Instrumentation.Generator.Interception;

/// <summary>Brings calls and methods together: type by type, method by method, in an order that does not depend on that of the files.</summary>
internal static class InterceptorGrouping
{
    private const int MaxLocationsFiles = 40;

    /// <summary>The bodies. They do not depend on where the calls stand, only on which methods are called.</summary>
    public static IEnumerable<TypeInterceptors> Bodies(IEnumerable<AnnotatedMethod> methods, IEnumerable<CallSite> calls) =>
        from type in Group(methods, calls)
        select new TypeInterceptors(
            type.ClassName,
            type.FileName,
            type.Methods[0].Interceptor.Expansion.Shape.DeclaringType,
            type.Methods.Select(static method => method.Interceptor).ToEquatableArray());

    /// <summary>The places. They change with every edit of a file that holds a call.</summary>
    /// <remarks>
    /// Each file has its own attribute of one name, and the compiler looks at all of them for each place. So there are never many files:
    /// where a type's places stand depends on its name alone, and an edit rewrites few of them.
    /// </remarks>
    public static IEnumerable<LocationsFile> Locations(IEnumerable<AnnotatedMethod> methods, IEnumerable<CallSite> calls)
    {
        var types = Group(methods, calls).ToList();
        return types.Count <= MaxLocationsFiles
            ? types.Select(static type => new LocationsFile(type.FileName, new[] { Locations(type) }.ToEquatableArray()))
            : types.GroupBy(static type => type.ClassName.Aggregate(0, static (hash, c) => ((hash * 31) + c) % MaxLocationsFiles)).OrderBy(static part => part.Key)
                .Select(static part => new LocationsFile($"Part{part.Key}", part.Select(Locations).ToEquatableArray()));
    }

    private static TypeLocations Locations(TypeGroup type) => new(
        type.ClassName,
        type.Methods.Select(static method => new MethodLocations(
            method.Interceptor.Name,
            method.Interceptor.Expansion.Shape,
            method.Calls.Select(static call => new CallPlace(call.Version, call.Data, call.Display)).ToEquatableArray())).ToEquatableArray());

    private static IEnumerable<TypeGroup> Group(IEnumerable<AnnotatedMethod> methods, IEnumerable<CallSite> calls)
    {
        var declared = methods.ToDictionary(static method => method.Expansion.Shape.Key, static method => method.Expansion, StringComparer.Ordinal);
        var called =
            from call in calls
            group call by call.MethodKey into perMethod
            let first = perMethod.First()
            let expansion = first.Inherited ?? (declared.TryGetValue(perMethod.Key, out var own) ? own : null)
            where expansion is not null
            orderby perMethod.Key
            select (Expansion: expansion, first.Behind, Calls: perMethod.OrderBy(static call => call.Data, StringComparer.Ordinal));

        // Hint names are compared without regard to case, type names are not.
        var files = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var type in called.GroupBy(static method => method.Expansion.Shape.TypeKey, StringComparer.Ordinal).OrderBy(static type => type.Key, StringComparer.Ordinal))
        {
            var className = GeneratedFile.Identifier(type.Key);
            var fileName = FileNameOf(type.Key);
            while (!files.Add(fileName)) fileName += "_";
            yield return new TypeGroup(className, fileName, Name(type, className));
        }
    }

    // Overloads share a name; the second one is Name_2. A member cannot be called like its class, nor like what belongs to another:
    // a double underscore is kept for that.
    private static List<MethodGroup> Name(IEnumerable<(Expansion Expansion, EquatableArray<Expansion> Behind, IOrderedEnumerable<CallSite> Calls)> methods, string className)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal) { className };
        var named = new List<MethodGroup>();
        foreach (var (expansion, behind, calls) in methods)
        {
            var name = Unique(expansion.Shape.Name, taken);
            named.Add(new MethodGroup(Interceptor(name, expansion, behind, taken), calls));
        }

        return named;
    }

    /// <summary>An interceptor of that name, and those of the methods behind it under names of their own.</summary>
    public static Interceptor Interceptor(string name, Expansion expansion, EquatableArray<Expansion> behind, HashSet<string> taken) =>
        new(name, expansion, behind.Select(reached => new Interceptor(Unique($"{name}_{TypeOf(reached)}", taken), reached, [])).ToEquatableArray());

    // The last name of the function's type.
    private static string TypeOf(Expansion reached)
    {
        var names = reached.Shape.FunctionName.Split('.');
        return names.Length > 1 ? names[names.Length - 2] : names[0];
    }

    /// <summary>A name that is not taken yet, and takes it.</summary>
    public static string Unique(string stem, HashSet<string> taken)
    {
        while (stem.Contains("__")) stem = stem.Replace("__", "_");
        var name = stem;
        for (var overload = 2; !taken.Add(name); overload++) name = $"{stem}_{overload}";
        return name;
    }

    // An assembly may be called anything that a file may; the compiler takes fewer characters.
    public static string FileNameOf(string typeKey) =>
        string.Concat(typeKey.Select(static c => c is '+' or '@' or '.' ? '.' : SyntaxFacts.IsIdentifierPartCharacter(c) ? c : '_'));

    private sealed record TypeGroup(string ClassName, string FileName, List<MethodGroup> Methods);

    private sealed record MethodGroup(Interceptor Interceptor, IEnumerable<CallSite> Calls);
}
