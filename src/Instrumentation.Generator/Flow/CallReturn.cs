using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Flow;

internal sealed partial class FlowRun
{
    /// <summary>Brings what a called method knows back into the terms of the caller.</summary>
    private sealed class CallReturn(FlowRun run, CallOutcome outcome, CallShape shape, IMethodSymbol called, IOperation place)
    {
        private readonly Dictionary<FlowObject, FlowObject> _map = [];
        private readonly Queue<FlowObject> _open = new();
        private readonly HashSet<FlowSite> _sites = [];
        private bool _isStarted;

        public FlowValue Map(FlowValue value)
        {
            var result = value.WithTaints(Map(value.Taints)).MapObjects(Map);
            WriteParts();
            return result;
        }

        public TaintSet Map(TaintSet taints) => taints.IsEmpty ? taints : taints.Map((token, way) =>
        {
            if (token.Source is not null) return TaintSet.Of(token, Hop.Add(way, called.Name, place.Syntax));
            return shape.Input(token.Input).Map((origin, before) => TaintSet.Of(origin with { IsSerialized = token.IsSerialized }, Hop.Join(Hop.Add(before, called.Name, place.Syntax), way)));
        });

        /// <summary>What the method has done to the objects that both know.</summary>
        public void WriteParts()
        {
            if (!_isStarted)
            {
                _isStarted = true;
                for (var i = 0; i < outcome.Inputs.Count; i++)
                {
                    _map[outcome.Inputs[i]] = shape.Callers[i];
                    _open.Enqueue(outcome.Inputs[i]);
                }

                // What hangs on an object that was given, and was written to.
                foreach (var item in outcome.State.Owners)
                {
                    if (item.Parent is not null) Map(item);
                }

                foreach (var root in outcome.State.Roots)
                {
                    if (root.Key is not ISymbol { IsStatic: true } symbol || symbol is not (IFieldSymbol or IPropertySymbol or IEventSymbol)) continue;
                    var value = Map(root.Value);
                    run.SetStatic(symbol, run._state.Root(symbol) is { } known ? known.Or(value) : value.WithInitial());
                }
            }

            while (_open.Count > 0)
            {
                var inner = _open.Dequeue();
                var mapped = _map[inner];
                foreach (var part in outcome.State.Parts(inner))
                {
                    if (part.Key == Part.Made) continue;
                    if (called.ContainingType is { } writer && shape.Self?.Objects.Contains(inner) == true) run.NoteWriter(mapped, part.Key, writer);
                    var value = Map(part.Value);
                    if (inner.IsSingle && mapped.IsSingle && !value.MayBeInitial) run._state.SetPart(mapped, part.Key, value);
                    else run._state.AddPart(mapped, part.Key, value);
                }
            }
        }

        private FlowObject? Map(FlowObject inner)
        {
            if (_map.TryGetValue(inner, out var known)) return known;
            FlowObject mapped;
            if (inner.Origin == Origin.Kept) return inner;
            if (inner.Parent is var (owner, part) && Map(owner) is { } parent)
            {
                var value = run.ReadPart(FlowValue.Of(parent), null, part, inner.Type, place);
                mapped = value.Objects.FirstOrDefault(static item => item.Origin != Origin.Kept) ?? New(inner);
            }
            else mapped = New(inner);
            _map[inner] = mapped;
            _open.Enqueue(inner);
            return mapped;
        }

        private FlowObject New(FlowObject inner)
        {
            var site = run._program.Sites.Through(place, inner.Site ?? run._program.Sites.At("given", ""));
            FlowObject Create(bool isSingle) => new(inner.Origin, inner.Type, inner.IsExact, isSingle, 0) { Role = inner.Role, Target = inner.Target, Variables = inner.Variables, Site = site };

            // Two that have the same way here are not told apart.
            object known = _sites.Add(site) ? site : (site, "more");
            var sub = (inner.Origin, inner.Target is { } target ? (object?)target.Lambda ?? target.Method : null);
            var made = run.Intern(known, sub, () => Create(inner.IsSingle && known is FlowSite));
            if (inner.Origin != Origin.Made) return made;
            if (run._state.Part(made, Part.Made) is not null) run._state.Age(made, run.Intern((known, "old"), sub, () => Create(false)));
            run._state.SetPart(made, Part.Made, FlowValue.Clean);
            return made;
        }
    }
}
