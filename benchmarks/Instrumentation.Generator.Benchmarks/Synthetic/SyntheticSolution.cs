using System.Globalization;

namespace Instrumentation.Generator.Benchmarks.Synthetic;

/// <summary>What is made of the tenth of the methods that can be annotated.</summary>
internal enum Flavor
{
    /// <summary>Plain methods: the program without any package.</summary>
    Plain,

    /// <summary>Methods with the annotations of this product.</summary>
    Annotated,

    /// <summary>Methods that the LoggerMessage generator writes.</summary>
    LoggerMessage,
}

/// <summary>A file of the program.</summary>
internal sealed record SyntheticFile(string Path, string Text);

/// <summary>
/// A program of a given number of methods: twenty in each class, a class in each file, two of the twenty annotated, and one call of an
/// annotated method in each method. What the calls are of stands in the same class, in a neighbour or far away.
/// </summary>
/// <remarks>The same numbers give the same text. Every twentieth method is called as some annotated one is, and is none.</remarks>
internal static class SyntheticSolution
{
    public const int MethodsInAClass = 20;

    /// <summary>One in ten.</summary>
    public const int AnnotatedInAClass = 2;

    private static readonly string[] s_verbs = ["Place", "Load", "Find", "Ship", "Cancel", "Price", "Check", "Import", "Merge", "Close", "Book", "Refund", "Rank", "Split", "Assign", "Track", "Approve", "Renew", "Quote", "Settle"];
    private static readonly string[] s_nouns = ["Order", "Invoice", "Customer", "Parcel", "Offer", "Contract", "Account", "Report", "Ticket", "Payment", "Route", "Stock", "Price", "Region", "Supplier", "Claim", "Visit", "Batch", "Budget", "Rating"];

    /// <summary>The files of the program.</summary>
    public static IReadOnlyList<SyntheticFile> Create(int methods, Flavor flavor)
    {
        var classes = Math.Max(1, methods / MethodsInAClass);
        return [new SyntheticFile("/app/ImplicitUsings.cs", Usings(flavor)), .. Enumerable.Range(0, classes).Select(index => new SyntheticFile($"/app/Area{index / 50}/Service{index}.cs", ClassText(index, classes, flavor)))];
    }

    private static string Usings(Flavor flavor)
    {
        var usings = "global using System;\nglobal using System.Collections.Generic;\nglobal using System.IO;\nglobal using System.Linq;\nglobal using System.Threading;\nglobal using System.Threading.Tasks;\n";
        return flavor switch
        {
            Flavor.Annotated => usings + "global using Instrumentation;\n",
            Flavor.LoggerMessage => usings + "global using Microsoft.Extensions.Logging;\n",
            _ => usings,
        };
    }

    private static string ClassText(int index, int classes, Flavor flavor)
    {
        var text = new System.Text.StringBuilder(16_000);
        text.Append(CultureInfo.InvariantCulture, $$"""
            namespace Acme.Area{{index / 50}};

            /// <summary>What service {{index}} works on.</summary>
            public sealed record Item{{index}}(int Id, string Name, decimal Amount, DateTime Created);

            /// <summary>Service {{index}} of {{classes}}.</summary>
            public sealed partial class Service{{index}}
            {
                private readonly Dictionary<int, string> _names = new();
                private readonly List<Item{{index}}> _items = new();
                private int _count;

            """);
        if (flavor == Flavor.LoggerMessage) text.Append("    private readonly ILogger _logger = null!;\n");

        for (var method = 0; method < MethodsInAClass; method++)
        {
            text.Append('\n');
            if (method == 0) text.Append(Bodies.Synchronous(index, SynchronousName(index), flavor));
            else if (method == 1) text.Append(Bodies.Asynchronous(index, AsynchronousName(index), flavor));
            else text.Append(Bodies.Of(index, method, NameOf(index, method, classes), Call(index, method, classes, flavor)));
        }

        return text.Append("}\n").ToString();
    }

    // Two of the twenty have no call of their own, two others have two.
    private static string Call(int index, int method, int classes, Flavor flavor)
    {
        var call = Call(index, method, classes, Bodies.IsAsynchronous(method), flavor);
        return method is 8 or 16 ? $"{call} + {Call(index, method + 3, classes, Bodies.IsAsynchronous(method), flavor)}" : call;
    }

    private static string Call(int index, int method, int classes, bool isAsynchronous, Flavor flavor)
    {
        var target = (method % 3) switch { 0 => index, 1 => (index + 1) % classes, _ => (index * 7 + method) % classes };
        var receiver = target == index ? "" : $"new Area{target / 50}.Service{target}().";
        return isAsynchronous
            ? $"await {receiver}{AsynchronousName(target)}(id, cancellation)"
            : $"{receiver}{SynchronousName(target)}(id, name)";
    }

    private static string SynchronousName(int index) => s_verbs[index % s_verbs.Length] + s_nouns[index / s_verbs.Length % s_nouns.Length];

    private static string AsynchronousName(int index) => s_verbs[index % s_verbs.Length] + s_nouns[index / s_verbs.Length % s_nouns.Length] + "Async";

    // A method that is not annotated and called as one that is.
    private static string NameOf(int index, int method, int classes) => method == 5
        ? SynchronousName((index + 3) % classes) is var name && name != SynchronousName(index) ? name : name + "Again"
        : $"{s_verbs[(index + method) % s_verbs.Length]}All{method}";
}
