using Microsoft.Extensions.Configuration;

namespace Instrumentation.Hosting;

/// <summary>Reads and checks the options. By hand and not by the binder, which needs reflection.</summary>
internal static class OptionsReader
{
    public static InstrumentationOptions Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(InstrumentationOptions.Section);
        var options = new InstrumentationOptions();
        options.MetricsPath = section[nameof(options.MetricsPath)] ?? options.MetricsPath;
        options.LivePath = section[nameof(options.LivePath)] ?? options.LivePath;
        options.ReadyPath = section[nameof(options.ReadyPath)] ?? options.ReadyPath;
        options.RecordUrls = Flag(section, nameof(options.RecordUrls)) ?? options.RecordUrls;
        options.ChildrenFollowParents = Flag(section, nameof(options.ChildrenFollowParents)) ?? options.ChildrenFollowParents;
        return options;
    }

    public static void Validate(InstrumentationOptions options)
    {
        (string Name, string? Path)[] paths =
        [
            (nameof(options.MetricsPath), options.MetricsPath), (nameof(options.LivePath), options.LivePath), (nameof(options.ReadyPath), options.ReadyPath),
        ];
        var used = paths.Where(static path => !string.IsNullOrEmpty(path.Path)).ToList();
        foreach (var (name, path) in used)
        {
            if (path![0] != '/') throw new InvalidOperationException($"{InstrumentationOptions.Section}:{name} is '{path}'; a path starts with '/'.");
        }

        var shared = used.GroupBy(static path => path.Path, StringComparer.OrdinalIgnoreCase).FirstOrDefault(static group => group.Count() > 1);
        if (shared is not null)
            throw new InvalidOperationException($"{string.Join(" and ", shared.Select(static path => path.Name))} are both '{shared.Key}'; give each a path of its own.");
    }

    private static bool? Flag(IConfigurationSection section, string name)
    {
        if (section[name] is not { Length: > 0 } text) return null;
        return bool.TryParse(text, out var flag) ? flag : throw new InvalidOperationException($"{section.Path}:{name} is '{text}'; it must be true or false.");
    }
}
