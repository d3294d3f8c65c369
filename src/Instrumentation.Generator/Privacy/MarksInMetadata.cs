using System.Reflection.Metadata;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Privacy;

/// <summary>A name that stands where marked data is used.</summary>
/// <param name="Name">The name of a marked member, parameter or type, or of the type that it stands in.</param>
/// <param name="IsHolder">Whether it is that of a type which does not write what is marked in it.</param>
internal readonly record struct MarkedName(string Name, bool IsHolder);

/// <summary>The names of what is marked in a compiled assembly, read from its table of attributes: no symbol is made for it.</summary>
internal static class MarksInMetadata
{
    /// <summary>The names that a marked member, parameter or type is reached by, and those of the types that they stand in.</summary>
    /// <param name="assembly">A reference.</param>
    /// <param name="attributes">The names of the attributes that mark.</param>
    public static IEnumerable<MarkedName> NamesIn(IAssemblySymbol assembly, ISet<string> attributes)
    {
        // One that is still source, in an editor, has none.
        if (assembly.GetMetadata() is not { } metadata) yield break;
        foreach (var module in metadata.GetModules())
        {
            foreach (var name in NamesIn(module.GetMetadataReader(), attributes)) yield return name;
        }
    }

    private static IEnumerable<MarkedName> NamesIn(MetadataReader reader, ISet<string> attributes)
    {
        var marks = new Dictionary<EntityHandle, bool>();
        foreach (var handle in reader.CustomAttributes)
        {
            var attribute = reader.GetCustomAttribute(handle);
            if (!marks.TryGetValue(attribute.Constructor, out var isMark)) marks[attribute.Constructor] = isMark = attributes.Contains(TypeOf(reader, attribute.Constructor));
            if (!isMark) continue;
            foreach (var name in NamesOf(reader, attribute.Parent)) yield return name;
        }
    }

    private static string TypeOf(MetadataReader reader, EntityHandle constructor) => constructor.Kind switch
    {
        HandleKind.MemberReference => reader.GetMemberReference((MemberReferenceHandle)constructor).Parent is { Kind: HandleKind.TypeReference } type
            ? reader.GetString(reader.GetTypeReference((TypeReferenceHandle)type).Name)
            : "",
        HandleKind.MethodDefinition => reader.GetString(reader.GetTypeDefinition(reader.GetMethodDefinition((MethodDefinitionHandle)constructor).GetDeclaringType()).Name),
        _ => "",
    };

    private static IEnumerable<MarkedName> NamesOf(MetadataReader reader, EntityHandle owner)
    {
        switch (owner.Kind)
        {
            case HandleKind.TypeDefinition:
                yield return Member(reader, reader.GetTypeDefinition((TypeDefinitionHandle)owner).Name);
                break;
            case HandleKind.FieldDefinition:
                var field = reader.GetFieldDefinition((FieldDefinitionHandle)owner);
                yield return Member(reader, field.Name);
                yield return Holder(reader, field.GetDeclaringType());
                break;
            case HandleKind.PropertyDefinition:
                var property = reader.GetPropertyDefinition((PropertyDefinitionHandle)owner);
                yield return Member(reader, property.Name);
                var accessors = property.GetAccessors();
                yield return Holder(reader, reader.GetMethodDefinition(accessors.Getter.IsNil ? accessors.Setter : accessors.Getter).GetDeclaringType());
                break;
            case HandleKind.MethodDefinition:
                yield return Member(reader, reader.GetMethodDefinition((MethodDefinitionHandle)owner).Name);
                break;
            case HandleKind.Parameter:
                // A return value is a parameter without a name. In a record, the property has the parameter's.
                var parameter = reader.GetParameter((ParameterHandle)owner);
                if (parameter.SequenceNumber > 0) yield return Member(reader, parameter.Name);
                if (MethodOf(reader, (ParameterHandle)owner) is not { } method) break;
                yield return Member(reader, method.Name);
                if (reader.GetString(method.Name) == ".ctor") yield return Holder(reader, method.GetDeclaringType());
                break;
        }
    }

    private static MethodDefinition? MethodOf(MetadataReader reader, ParameterHandle parameter)
    {
        foreach (var handle in reader.MethodDefinitions)
        {
            var method = reader.GetMethodDefinition(handle);
            if (method.GetParameters().Contains(parameter)) return method;
        }

        return null;
    }

    private static MarkedName Member(MetadataReader reader, StringHandle name) => new(Simple(reader.GetString(name)), IsHolder: false);

    private static MarkedName Holder(MetadataReader reader, TypeDefinitionHandle handle)
    {
        var type = reader.GetTypeDefinition(handle);
        var writes = type.GetMethods().Any(method => reader.GetString(reader.GetMethodDefinition(method).Name) is "ToString" or "PrintMembers");
        return new MarkedName(Simple(reader.GetString(type.Name)), IsHolder: !writes);
    }

    // List`1, <Mail>k__BackingField, Acme.IUser.Mail, get_Mail
    private static string Simple(string name)
    {
        if (name.StartsWith("<", StringComparison.Ordinal) && name.IndexOf('>') is > 1 and var end) return name.Substring(1, end - 1);
        var dot = name.LastIndexOf('.');
        if (dot > 0) name = name.Substring(dot + 1);
        if (name.StartsWith("get_", StringComparison.Ordinal) || name.StartsWith("set_", StringComparison.Ordinal)) name = name.Substring(4);
        var arity = name.IndexOf('`');
        return arity < 0 ? name : name.Substring(0, arity);
    }
}
