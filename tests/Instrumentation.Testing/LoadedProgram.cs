using System.Reflection;
using System.Runtime.ExceptionServices;
using System.Runtime.Loader;

namespace Instrumentation.Testing;

/// <summary>A compiled test program, loaded beside the tests.</summary>
public sealed class LoadedProgram : IDisposable
{
    private readonly AssemblyLoadContext _context;

    internal LoadedProgram(string name, byte[] image, IReadOnlyList<byte[]> libraries)
    {
        Name = name;
        _context = new AssemblyLoadContext(name, isCollectible: true);
        foreach (var library in libraries) _context.LoadFromStream(new MemoryStream(library));
        Assembly = _context.LoadFromStream(new MemoryStream(image));
    }

    /// <summary>The name of its source and meter.</summary>
    public string Name { get; }

    /// <summary>The assembly.</summary>
    public Assembly Assembly { get; }

    /// <summary>Calls a public static method and lets its exceptions through as they are.</summary>
    public object? Call(string method, params object?[] arguments)
    {
        var found = Assembly.GetType("Program")?.GetMethod(method, BindingFlags.Public | BindingFlags.Static)
            ?? throw new ArgumentException($"The program has no public static method Program.{method}.", nameof(method));
        try
        {
            return found.Invoke(null, arguments);
        }
        catch (TargetInvocationException wrapped)
        {
            ExceptionDispatchInfo.Throw(wrapped.InnerException!);
            throw;
        }
    }

    /// <summary>Makes a delegate of a public static method, to call it without reflection in the way.</summary>
    public T Method<T>(string method)
        where T : Delegate => Assembly.GetType("Program")!.GetMethod(method)!.CreateDelegate<T>();

    /// <inheritdoc />
    public void Dispose() => _context.Unload();
}
