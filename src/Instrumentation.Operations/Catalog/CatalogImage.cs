using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Instrumentation.Operations.Catalog;

/// <summary>Finds the catalog in the metadata of an assembly. The assembly is never loaded, so nothing of it runs.</summary>
internal static class CatalogImage
{
    private const string Namespace = "Instrumentation";
    private const string Attribute = "InstrumentationCatalogAttribute";
    private const ushort AttributeProlog = 1;

    private static ReadOnlySpan<byte> Elf => [0x7F, (byte)'E', (byte)'L', (byte)'F'];

    /// <summary>The attribute's two arguments: the version of the format, and the document.</summary>
    public static (string Version, string Json) Find(string file, byte[] content)
    {
        if (content.AsSpan().StartsWith(Elf)) throw Native(file);
        try
        {
            using var image = new PEReader(new MemoryStream(content));
            if (!image.HasMetadata) throw Native(file);
            var metadata = image.GetMetadataReader();
            if (!metadata.IsAssembly) throw new InputException(file, "it is a module without an assembly manifest", "give the assembly that the module belongs to");

            foreach (var handle in metadata.GetAssemblyDefinition().GetCustomAttributes())
            {
                var attribute = metadata.GetCustomAttribute(handle);
                if (IsCatalog(metadata, attribute.Constructor)) return Arguments(metadata.GetBlobReader(attribute.Value));
            }
        }
        // A damaged image shows in many ways: the reader trusts offsets that the image holds.
        catch (Exception exception) when (exception is BadImageFormatException or IOException or ArgumentException or OverflowException or InvalidOperationException or IndexOutOfRangeException or NotSupportedException)
        {
            throw new InputException(file, "it is not a .NET assembly, or it is damaged", "build the project again and give the .dll that the build wrote");
        }

        throw new InputException(
            file,
            "the assembly holds no catalog",
            "reference Instrumentation.Generator, annotate a method ([Traced], [Measured] or [BusinessMetric]) and build it again");
    }

    private static InputException Native(string file) =>
        new(file, "it is a native image without .NET metadata", "give the managed assembly, the .dll that the build wrote (for Native AOT the one below obj/)");

    private static bool IsCatalog(MetadataReader metadata, EntityHandle constructor)
    {
        var type = constructor.Kind switch
        {
            HandleKind.MemberReference => metadata.GetMemberReference((MemberReferenceHandle)constructor).Parent,
            HandleKind.MethodDefinition => metadata.GetMethodDefinition((MethodDefinitionHandle)constructor).GetDeclaringType(),
            _ => default,
        };
        var (ns, name) = type.Kind switch
        {
            HandleKind.TypeReference when metadata.GetTypeReference((TypeReferenceHandle)type) is var reference => (reference.Namespace, reference.Name),
            HandleKind.TypeDefinition when metadata.GetTypeDefinition((TypeDefinitionHandle)type) is var definition => (definition.Namespace, definition.Name),
            _ => default,
        };
        return !name.IsNil && metadata.StringComparer.Equals(name, Attribute) && metadata.StringComparer.Equals(ns, Namespace);
    }

    private static (string Version, string Json) Arguments(BlobReader value)
    {
        if (value.ReadUInt16() != AttributeProlog) throw new BadImageFormatException();
        return (value.ReadSerializedString() ?? "", value.ReadSerializedString() ?? "");
    }
}
