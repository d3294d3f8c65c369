using Instrumentation.Generator.Interception;
using Instrumentation.Generator.Methods;
using Instrumentation.Generator.Roslyn;

namespace Instrumentation.Generator.Partials;

/// <summary>The partial methods of one type whose bodies are generated.</summary>
internal sealed record TypePartials(string FileName, string Namespace, EquatableArray<string> Types, EquatableArray<Interceptor> Methods)
{
    public static IEnumerable<TypePartials> Of(IEnumerable<AnnotatedMethod> methods)
    {
        // Hint names are compared without regard to case, type names are not.
        var files = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var partials = methods.Select(static method => method.Expansion).Where(static expansion => expansion.Partial is not null);
        foreach (var type in partials.GroupBy(static method => method.Shape.TypeKey, StringComparer.Ordinal).OrderBy(static type => type.Key, StringComparer.Ordinal))
        {
            var fileName = InterceptorGrouping.FileNameOf(type.Key);
            while (!files.Add(fileName)) fileName += "_";
            var declaration = type.First().Partial!;
            yield return new TypePartials(fileName, declaration.Namespace, declaration.Types, Named(type));
        }
    }

    private static EquatableArray<Interceptor> Named(IEnumerable<Expansion> methods)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return methods.Select(method => new Interceptor(InterceptorGrouping.Unique(method.Shape.Name, taken), method, [])).ToEquatableArray();
    }
}
