using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Flow;

/// <summary>
/// What the outcomes of calls rely on: other outcomes, what fields keep, and that a method that was not followed has nothing to hand out.
/// An edit of what is known opens again what relies on it, and nothing else.
/// </summary>
internal sealed class CallNeeds
{
    private readonly Dictionary<object, HashSet<(ISymbol Method, string Shape)>> _users = [];

    /// <summary>An outcome relies on a fact: the key of another outcome, a body, the name of a field or a kept object.</summary>
    public void Add(object fact, (ISymbol Method, string Shape) user)
    {
        if (!_users.TryGetValue(fact, out var users)) _users[fact] = users = [];
        users.Add(user);
    }

    /// <summary>The outcomes that rely on one of the facts, also by way of others; they rely on nothing from now on.</summary>
    public IReadOnlyCollection<(ISymbol Method, string Shape)> Forget(IEnumerable<object> facts)
    {
        var forgotten = new HashSet<(ISymbol Method, string Shape)>();
        var open = new Queue<object>(facts);
        while (open.Count > 0)
        {
            var fact = open.Dequeue();
            if (!_users.TryGetValue(fact, out var users)) continue;
            _users.Remove(fact);
            foreach (var user in users)
            {
                if (forgotten.Add(user)) open.Enqueue(user);
            }
        }

        return forgotten;
    }
}
