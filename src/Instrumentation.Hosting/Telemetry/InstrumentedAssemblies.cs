using System.Reflection;
using System.Runtime.CompilerServices;

namespace Instrumentation.Hosting.Telemetry;

/// <summary>The annotated assemblies of the application, and the sources and meters they emit to, read from the manifests that the build wrote.</summary>
internal sealed class InstrumentedAssemblies
{
    /// <summary>The meter that Instrumentation measures itself with.</summary>
    public const string Self = "Instrumentation";

    private readonly SortedSet<string> _sources = new(StringComparer.Ordinal) { Self };
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<Assembly> _seen = [];

    /// <summary>The names of the sources and meters.</summary>
    public string[] Sources => [.. _sources];

    /// <summary>
    /// Finds the assemblies of the application and of all that it references, and loads them, so that what registers itself when an
    /// assembly is loaded (health checks) is there.
    /// </summary>
    public static InstrumentedAssemblies Find(InstrumentationOptions options, string applicationName)
    {
        var found = new InstrumentedAssemblies();
        foreach (var assembly in options.Assemblies) found.Follow(assembly);

        // Under a test host the entry assembly is the host's; the application is known by its name then.
        if (Assembly.GetEntryAssembly() is { } entry) found.Follow(entry);
        if (Load(applicationName) is { } application) found.Follow(application);

        // An application that was built without the package has no manifest that names the libraries that have one.
        if (found._names.Count == 0)
        {
            foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies()) found.Follow(assembly);
        }

        return found;
    }

    /// <summary>Whether the assembly of that name is one of them.</summary>
    public bool Contains(string assembly) => _names.Contains(assembly);

    private void Follow(Assembly assembly)
    {
        if (!_seen.Add(assembly)) return;
        foreach (var manifest in assembly.GetCustomAttributes<InstrumentationManifestAttribute>())
        {
            _sources.Add(manifest.Source);
            if (manifest.Assembly is null)
            {
                _names.Add(assembly.GetName().Name!);
                RuntimeHelpers.RunModuleConstructor(assembly.ManifestModule.ModuleHandle);
            }
            else if (Load(manifest.Assembly) is { } referenced)
            {
                Follow(referenced);
            }
        }
    }

    private static Assembly? Load(string name)
    {
        try
        {
            return Assembly.Load(new AssemblyName(name));
        }
        catch (Exception exception) when (exception is IOException or BadImageFormatException or ArgumentException)
        {
            // The environment's application name need not be an assembly's, and a reference may be trimmed away.
            return null;
        }
    }
}
