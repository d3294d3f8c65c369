using CsCheck;
using Instrumentation.Operations.Catalog;

namespace Instrumentation.Operations.Tests;

using MetricKind = Instrumentation.Operations.Catalog.MetricKind;

/// <summary>Catalogs of all kinds: names that a build allows, and texts that anybody may have written.</summary>
internal static class AnyCatalog
{
    private static readonly Gen<string> s_text = Gen.OneOf<string>(
        Gen.OneOf("storage", "team a", "a-b", "a.b", "A_B", "", " ", "{{ $labels.job }}", "{{", "}}{{{", "a|b", "`x`", "```", "<b>", "# x", "- x", "true", "null", "12", "5m", "~", "'", "\"", "\\", "\\n", "$job", "$__range", "ü 团队 😀", "--> x", "line\nline\r\nline", "tab\tbell\u0007", "\u2028\u0085", "a: b", "a #b", "*y*", "!tag", "&a", "@x", "%x", "?", "[x](y)", new string('x', 300)),
        Gen.OneOf(" a.|`{}\"'\\\n#:-%$<>[]é".ToCharArray()).Array[0, 12].Select(static text => new string(text)));

    private static readonly Gen<string> s_name = Gen.OneOf("Store.Save", "Store.Load", "A.B.C", "Acme.Größe.Größe", "Store`1.Save", "A.M", "a.m", "Ns.Type.Method_1");

    private static readonly Gen<CatalogLocation> s_location = Gen.Select(s_text, Gen.Int[0, 5000], static (file, line) => new CatalogLocation(file, line));

    private static readonly Gen<CatalogObjective> s_objective = Gen.Select(
        Gen.OneOf<decimal?>(null, 100, 99.999m, 99.95m, 99.9m, 99, 95, 50, 5, 1, 0.001m),
        Gen.OneOf<decimal?>(null, 0.05m, 1, 33.3m, 333.3m, 500, 1000, 2500, 86_400_000),
        Gen.OneOf<decimal?>(null, 0.1m, 50, 90, 95, 99, 99.9m, 99.99m),
        static (availability, latency, percentile) => new CatalogObjective(availability, latency, percentile));

    private static readonly Gen<CatalogTag> s_tag = Gen.Select(
        Gen.OneOf("region", "file.size", "1st", "a-b", "__x", "größe", "le", "job"),
        Gen.Bool,
        static (key, isFinite) => new CatalogTag(key, isFinite ? "enum" : "string", isFinite ? new CatalogDomain("finite", ["A", "B"]) : new CatalogDomain("unbounded")));

    private static readonly Gen<CatalogRecorder> s_recorder = Gen.Select(s_name, s_location, s_text.Null(), static (function, location, owner) => new CatalogRecorder(function, "success", location, "size", owner));

    private static readonly Gen<CatalogMetric> s_metric = Gen.Select(
        Gen.OneOf("files.uploaded", "storage.used", "a", "sent_total", "x.bytes", "operation.seen"),
        Gen.Enum<MetricKind>(),
        s_tag.Array[0, 3],
        s_recorder.Array[1, 3],
        Gen.OneOf("s", "By", "{file}", "1", "By/s", "{file}/s", "%", "furlong").Null(),
        s_text.Null(),
        static (name, kind, tags, recorders, unit, description) => new CatalogMetric(name, kind, "int64", tags, recorders, unit, description));

    private static readonly Gen<CatalogOperation> s_operation = Gen.Select(
        s_name, s_location, s_text.Null(), s_text.Null(), s_objective.Null(),
        static (function, location, span, owner, objective) => new CatalogOperation(function, location, span, owner, objective));

    private static readonly Gen<CatalogSpan> s_span = Gen.Select(
        s_text, s_name, s_tag.Array[0, 3], s_location,
        static (name, function, tags, location) => new CatalogSpan(name, function, "internal", "information", "interceptor", tags, location));

    /// <summary>Any catalog.</summary>
    public static Gen<CatalogDocument> Catalog { get; } = Gen.Select(
        Gen.OneOf("FileShare", "Acme.Store", "a \"quoted\" name", "ü"),
        s_span.Array[0, 4],
        s_metric.Array[0, 6],
        s_operation.Array[0, 6],
        Gen.Select(s_text, s_name, s_location, static (name, function, location) => new CatalogHealthCheck(name, ["ready"], function, location)).Array[0, 2],
        Gen.Select(s_text, s_location, static (member, location) => new CatalogPersonalDatum(member, "email", "none", location)).Array[0, 2],
        static (name, spans, metrics, operations, checks, data) => new CatalogDocument("1.0", new CatalogAssembly(name, "1.0"), name, spans, metrics, operations, checks, data));
}
