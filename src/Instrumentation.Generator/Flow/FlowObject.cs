using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Generator.Flow;

/// <summary>How an object came to be known.</summary>
internal enum Origin
{
    /// <summary>It was handed in, or read from one that was: what it holds is not known.</summary>
    Given,

    /// <summary>It was made here: what it holds is what was put into it.</summary>
    Made,

    /// <summary>It was kept in a field by some method.</summary>
    Kept,
}

/// <summary>Stands for one object of the program, or for several that are not told apart.</summary>
/// <param name="origin">How it came to be known.</param>
/// <param name="type">Its type, as far as it is known.</param>
/// <param name="isExact">Whether it is of that type and of none that derives from it.</param>
/// <param name="isSingle">Whether it stands for one object only, so that what is put into it replaces what was there.</param>
/// <param name="depth">How many reads away from what was handed in.</param>
internal sealed class FlowObject(Origin origin, ITypeSymbol? type, bool isExact, bool isSingle, int depth)
{
    /// <summary>An object that is known by what it is, and not by what it holds: where it writes to.</summary>
    public string? Role { get; set; }

    /// <summary>What it calls, if it is a delegate.</summary>
    public DelegateTarget? Target { get; set; }

    /// <summary>What its parts are the values of, by name of the part, if it is made of the variables of an activation that is over: locals, parameters, and the activation itself for its <c>this</c>.</summary>
    public Dictionary<string, object>? Variables { get; set; }

    /// <summary>The object that it was read from, and the part of it; <see langword="null"/> where it was not.</summary>
    public (FlowObject Owner, string Part)? Parent { get; set; }

    /// <summary>Where it comes from; <see langword="null"/> for what was handed in.</summary>
    public FlowSite? Site { get; set; }

    /// <summary>The member that keeps it, and the type of the member; <see langword="null"/> where something else does.</summary>
    public (ITypeSymbol Type, string Part)? KeptIn { get; set; }

    public Origin Origin { get; } = origin;

    public ITypeSymbol? Type { get; } = type;

    public bool IsExact { get; } = isExact;

    public bool IsSingle { get; } = isSingle;

    public int Depth { get; } = depth;

    /// <summary>Whether it says of a value that is handed on as an object what kind of value it is.</summary>
    public bool IsBox => Origin == Origin.Made && IsValue(Type);

    public static bool IsValue(ITypeSymbol? type) => type is not null && (type.IsString() || type.IsNumber() || type.IsTime() || type.TypeKind == TypeKind.Enum || type.SpecialType is SpecialType.System_Boolean or SpecialType.System_Char);

    // The runtime's own is slow the first time, and most objects are hashed a few times only.
    private static int s_made;
    private readonly int _hash = unchecked(Interlocked.Increment(ref s_made) * (int)0x9E3779B9);

    /// <summary>Whether it is what everybody finds who reads the part of that object.</summary>
    public bool IsFoundIn(FlowObject owner, string part) => KeptIn is var (type, member) && member == part
        && owner is { Origin: not Origin.Made, Type: { } known } && (type.DerivesFrom(known) || known.OriginalDefinition.DerivesFrom(type));

    /// <summary>Whether reading the part of that object finds it, though nobody has said that it is there.</summary>
    public bool IsReadFrom(FlowObject owner, string part) => (Parent is var (parent, at) && parent == owner && at == part) || IsFoundIn(owner, part);

    /// <inheritdoc />
    public override int GetHashCode() => _hash;
}

/// <summary>What a delegate calls.</summary>
/// <param name="Method">The method.</param>
/// <param name="Receiver">The object that it is called on.</param>
/// <param name="Lambda">The lambda that it is, if it is one.</param>
/// <param name="Graph">The graph that the lambda or local function stands in.</param>
/// <param name="Frame">The activation that it stands in.</param>
internal sealed record DelegateTarget(IMethodSymbol Method, FlowValue? Receiver, IFlowAnonymousFunctionOperation? Lambda, ControlFlowGraph? Graph, Frame? Frame);

/// <summary>An activation of a method: whose <c>this</c> and whose captures are meant.</summary>
internal sealed class Frame(IMethodSymbol? method)
{
    public IMethodSymbol? Method { get; } = method;

    /// <summary>What the method's type parameters stand for; empty where that is not known or does not matter.</summary>
    public IReadOnlyList<ITypeSymbol> TypeArguments { get; set; } = [];

    /// <summary>What a type is in this activation.</summary>
    public ITypeSymbol? Resolve(ITypeSymbol? type) => type is ITypeParameterSymbol { TypeParameterKind: TypeParameterKind.Method } parameter && parameter.Ordinal < TypeArguments.Count
        && SymbolEqualityComparer.Default.Equals(parameter.DeclaringMethod?.OriginalDefinition, Method?.OriginalDefinition) ? TypeArguments[parameter.Ordinal] : type;
}

/// <summary>What parts of an object are called.</summary>
internal static class Part
{
    /// <summary>Any element of a collection.</summary>
    public const string Element = "*";

    /// <summary>Any key of a map.</summary>
    public const string MapKey = "#";

    /// <summary>The text that a builder, a stream or any object of a library is made of.</summary>
    public const string Content = "$";

    /// <summary>The texts that were put into properties of a library's object. They are in its text, and in what it works out of them.</summary>
    public const string Put = "+";

    /// <summary>What a writer writes to.</summary>
    public const string Under = "_under";

    /// <summary>What a library's object was given to call.</summary>
    public const string Call = "_call";

    /// <summary>Says that the object was made.</summary>
    public const string Made = "!";

    /// <summary>The object whose method a function is.</summary>
    public const string Receiver = "^";

    private const char Hiding = '@';

    /// <summary>An element with a constant index or key.</summary>
    public static string At(object constant) => $"[{constant}]";

    public static bool IsAt(string part) => part[0] == '[';

    /// <summary>The variables that a function has captured of an activation that is over.</summary>
    public static string OfVariables(ISymbol function) => $"{Receiver}{function.Name}{function.Locations.FirstOrDefault()?.SourceSpan.Start}";

    /// <summary>A captured variable, among the others of its activation.</summary>
    public static string OfVariable(object variable) => variable is ISymbol symbol ? OfVariables(symbol) : $"{Receiver}this";

    /// <summary>Whether it is something that a function has captured.</summary>
    public static bool IsCaptured(string part) => part[0] == '^';

    /// <summary>Whether it only leads on to objects that nobody here has made, as one decorator does to the next, or to what a function has captured, which may be a function of the same code.</summary>
    public static bool IsLink(KeyValuePair<string, FlowValue> part) => IsCaptured(part.Key) || (part.Key is not (Element or MapKey) && part.Value.Taints.IsEmpty && part.Value.Objects.All(static item => item.Origin != Origin.Made));

    /// <summary>A member. Fields of a tuple go by their position.</summary>
    public static string Of(ISymbol member) => member switch
    {
        IFieldSymbol { CorrespondingTupleField: { } field } => field.Name,
        IFieldSymbol { AssociatedSymbol: IPropertySymbol property } => property.Name,
        IPropertySymbol { ExplicitInterfaceImplementations: { Length: > 0 } implemented } => implemented[0].Name,
        IFieldSymbol or IPropertySymbol { IsOverride: false } when Hides(member) => $"{member.Name}{Hiding}{member.ContainingType.Name}",
        _ => member.Name,
    };

    /// <summary>What a type has by that name: a member, or what it has of its own beside one of the same name that it derives from.</summary>
    public static IEnumerable<ISymbol> In(ITypeSymbol type, string part)
    {
        var hiding = part.IndexOf(Hiding);
        return hiding < 0 ? type.GetMembers(part).Where(member => !Hides(member)) : type.Name == part.Substring(hiding + 1) ? type.GetMembers(part.Substring(0, hiding)) : [];
    }

    // The one that it derives from has a field or property of that name, too, which is another one.
    private static bool Hides(ISymbol member)
    {
        if (member is not (IFieldSymbol or IPropertySymbol { IsOverride: false })) return false;
        for (var ancestor = member.ContainingType?.BaseType; ancestor is { SpecialType: SpecialType.None } && ancestor.IsInSource(); ancestor = ancestor.BaseType)
        {
            if (ancestor.GetMembers(member.Name).Any(static other => other is IFieldSymbol or IPropertySymbol)) return true;
        }

        return false;
    }

    /// <summary>A parameter of a primary constructor that methods read.</summary>
    public static string OfCaptured(IParameterSymbol parameter) => $"({parameter.Name})";
}
