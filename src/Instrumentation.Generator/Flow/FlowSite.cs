using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Flow;

/// <summary>
/// Where an object comes from, the same each time that a method is followed: a place, and for what a called method has made, the place
/// in that. A recursion goes through the same place again and again; it is written once, so that there are as many sites as places.
/// </summary>
internal sealed class FlowSite
{
    private const int Longest = 4;

    private FlowSite(object place, object sub, FlowSite? inner)
    {
        Place = place;
        Sub = sub;
        Inner = inner;
        Length = (inner?.Length ?? 0) + 1;
    }

    private object Place { get; }

    private object Sub { get; }

    private FlowSite? Inner { get; }

    private int Length { get; }

    /// <summary>The sites of a compilation.</summary>
    public sealed class Table
    {
        private readonly Dictionary<(object Place, object Sub, FlowSite? Inner), FlowSite> _sites = [];

        /// <summary>A place in a method.</summary>
        public FlowSite At(object place, object sub) => Of(place, sub, null);

        /// <summary>The same site, seen by the caller of the method that it is in.</summary>
        public FlowSite Through(IOperation call, FlowSite inner)
        {
            for (var site = inner; site is not null; site = site.Inner)
            {
                if (ReferenceEquals(site.Place, call)) return site;
            }

            // Of a long way only the end that is nearest to where the object is made is told.
            while (inner is { Length: >= Longest, Inner: { } nearer }) inner = nearer;
            return Of(call, "", inner);
        }

        private FlowSite Of(object place, object sub, FlowSite? inner)
        {
            if (!_sites.TryGetValue((place, sub, inner), out var site)) _sites[(place, sub, inner)] = site = new FlowSite(place, sub, inner);
            return site;
        }
    }
}
