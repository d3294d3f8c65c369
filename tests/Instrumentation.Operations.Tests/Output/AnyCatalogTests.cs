using System.Text.RegularExpressions;
using CsCheck;
using YamlDotNet.RepresentationModel;

namespace Instrumentation.Operations.Tests.Output;

/// <summary>Whatever a catalog holds, its pack is well formed.</summary>
public sealed class AnyCatalogTests
{
    [Fact]
    public void FilesParseAndAlertsHaveNamesOfTheirOwn() => AnyCatalog.Catalog.Sample(
        static catalog =>
        {
            using var pack = GeneratedPack.OfCatalog(Catalogs.Json(catalog));

            Assert.Equal("ins-app", pack.Dashboard.GetProperty("uid").GetString());
            var names = pack.Alerts.Select(static alert => ((YamlScalarNode)alert["alert"]).Value!).ToList();
            Assert.Equal(names.Distinct(StringComparer.OrdinalIgnoreCase), names);
            Assert.All(names, static name => Assert.Matches(@"^\w+$", name));
            Assert.Equal(names, Regex.Matches(pack.Runbooks, "^## (.+)$", RegexOptions.Multiline).Select(static heading => heading.Groups[1].Value));
            Assert.All(names, name => Assert.Contains($"](RUNBOOKS.md#{name.ToLowerInvariant()})", pack.OnCall, StringComparison.Ordinal));
            Assert.Equal(catalog.Operations.Count > 0, names.Count > 0);
            GeneratedPack.Yaml(pack.TestsFile);
        },
        iter: 150);

    [Fact]
    public void PrometheusAcceptsTheRulesTheirTestsAndThePanels() => AnyCatalog.Catalog.Sample(
        static catalog =>
        {
            using var pack = GeneratedPack.OfCatalog(Catalogs.Json(catalog));

            Promtool.CheckRules(pack.RulesFile);
            Promtool.TestRules(pack.TestsFile);
            Promtool.CheckQueries(pack.Panels.SelectMany(GeneratedPack.Queries));
        },
        iter: 25);
}
