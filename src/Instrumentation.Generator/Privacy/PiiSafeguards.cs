using Instrumentation.Generator.Flow;

namespace Instrumentation.Generator.Privacy;

/// <summary>What a library's methods do to personal data. Data, by full name of type and name of method; <c>*</c> is any.</summary>
internal static class PiiSafeguards
{
    /// <summary>Methods that make a value harmless. A name alone says nothing: <c>Unprotect</c> is not among them.</summary>
    public static readonly IReadOnlyList<(string Type, string Members)> Sanitizers =
    [
        ("Microsoft.Extensions.Compliance.Redaction.Redactor", "Redact TryRedact GetRedactedLength"),
        ("Microsoft.AspNetCore.DataProtection.IDataProtector", "Protect"),
        ("Microsoft.AspNetCore.DataProtection.DataProtectionCommonExtensions", "Protect"),
        ("Microsoft.AspNetCore.DataProtection.ITimeLimitedDataProtector", "Protect"),
        ("Microsoft.AspNetCore.DataProtection.DataProtectionAdvancedExtensions", "Protect"),
        ("System.Security.Cryptography.ProtectedData", "Protect"),
        ("System.Security.Cryptography.HashAlgorithm", "ComputeHash ComputeHashAsync TryComputeHash"),
        ("System.Security.Cryptography.MD5", "HashData HashDataAsync TryHashData"),
        ("System.Security.Cryptography.SHA1", "HashData HashDataAsync TryHashData"),
        ("System.Security.Cryptography.SHA256", "HashData HashDataAsync TryHashData"),
        ("System.Security.Cryptography.SHA384", "HashData HashDataAsync TryHashData"),
        ("System.Security.Cryptography.SHA512", "HashData HashDataAsync TryHashData"),
        ("System.Security.Cryptography.SHA3_256", "HashData HashDataAsync TryHashData"),
        ("System.Security.Cryptography.SHA3_512", "HashData HashDataAsync TryHashData"),
        ("System.Security.Cryptography.HMACSHA1", "HashData HashDataAsync TryHashData"),
        ("System.Security.Cryptography.HMACSHA256", "HashData HashDataAsync TryHashData"),
        ("System.Security.Cryptography.HMACSHA384", "HashData HashDataAsync TryHashData"),
        ("System.Security.Cryptography.HMACSHA512", "HashData HashDataAsync TryHashData"),
        ("System.Security.Cryptography.HMACMD5", "HashData HashDataAsync TryHashData"),
        ("System.Security.Cryptography.CryptographicOperations", "HashData HmacData"),
        ("System.Security.Cryptography.IncrementalHash", "GetHashAndReset GetCurrentHash"),
        ("System.Security.Cryptography.SymmetricAlgorithm", "EncryptCbc EncryptEcb EncryptCfb"),
        ("System.Security.Cryptography.RSA", "Encrypt"),
        ("System.Security.Cryptography.AesGcm", "Encrypt"),
        ("System.Security.Cryptography.Rfc2898DeriveBytes", "Pbkdf2 GetBytes"),
        ("Microsoft.AspNetCore.Identity.IPasswordHasher`1", "HashPassword"),
        ("BCrypt.Net.BCrypt", "HashPassword"),
        ("System.IO.Hashing.NonCryptographicHashAlgorithm", "Hash HashToUInt64 HashToUInt32 GetCurrentHash"),
    ];

    /// <summary>Methods that write an object as text.</summary>
    public static readonly IReadOnlyList<(string Type, string Members, TextFormat Format)> Serializers =
    [
        ("System.Text.Json.JsonSerializer", "Serialize SerializeAsync SerializeToUtf8Bytes SerializeToNode SerializeToElement SerializeToDocument", TextFormat.Json),
        ("System.Net.Http.Json.JsonContent", "Create", TextFormat.Json),
        ("Newtonsoft.Json.JsonConvert", "SerializeObject SerializeObjectAsync", TextFormat.Contract),
        ("Newtonsoft.Json.JsonSerializer", "Serialize", TextFormat.Contract),
        ("Newtonsoft.Json.Linq.JObject", "FromObject", TextFormat.Contract),
        ("Newtonsoft.Json.Linq.JToken", "FromObject", TextFormat.Contract),
        ("Newtonsoft.Json.Linq.JArray", "FromObject", TextFormat.Contract),
        ("System.Runtime.Serialization.XmlObjectSerializer", "WriteObject", TextFormat.Contract),
        ("System.Runtime.Serialization.DataContractSerializer", "WriteObject", TextFormat.Contract),
        ("System.Runtime.Serialization.Json.DataContractJsonSerializer", "WriteObject", TextFormat.Contract),
        ("System.Xml.Serialization.XmlSerializer", "Serialize", TextFormat.Xml),
        ("YamlDotNet.Serialization.ISerializer", "Serialize", TextFormat.Contract),
        ("System.Reflection.PropertyInfo", "GetValue", TextFormat.Contract),
        ("System.Reflection.FieldInfo", "GetValue", TextFormat.Contract),
    ];

    /// <summary>Methods whose result does not follow from what goes in by the general rule.</summary>
    public static readonly IReadOnlyList<(string Type, string Members, LibraryRule Rule)> Rules =
    [
        ("System.Object", "GetType GetHashCode MemberwiseClone", LibraryRule.Drop),
        ("System.Net.Http.HttpClient", "*", LibraryRule.Drop),
        ("System.Net.Http.Json.HttpClientJsonExtensions", "*", LibraryRule.Drop),
        ("System.IO.File", "*", LibraryRule.Drop),
        ("System.IO.Directory", "*", LibraryRule.Drop),
        ("System.Environment", "*", LibraryRule.Drop),
        ("System.Resources.ResourceManager", "*", LibraryRule.Drop),
        ("System.Data.Common.DbCommand", "*", LibraryRule.Drop),
        ("System.Data.IDbCommand", "*", LibraryRule.Drop),
        ("Microsoft.Extensions.Caching.Distributed.IDistributedCache", "*", LibraryRule.Drop),
        ("Microsoft.Extensions.Caching.Distributed.DistributedCacheExtensions", "*", LibraryRule.Drop),
        ("Microsoft.Extensions.Configuration.IConfiguration", "*", LibraryRule.Drop),
        ("System.Uri", "get_Scheme get_HostNameType get_IsAbsoluteUri get_IsDefaultPort get_IsFile get_IsLoopback get_Host get_DnsSafeHost get_IdnHost get_Authority get_Port", LibraryRule.Drop),
        ("System.Text.Json.JsonProperty", "get_Name", LibraryRule.Drop),
        ("System.Security.Claims.Claim", "get_Type get_ValueType get_Issuer", LibraryRule.Drop),
        ("System.Xml.Linq.XElement", "get_Name", LibraryRule.Drop),
        ("System.Xml.Linq.XAttribute", "get_Name", LibraryRule.Drop),
        ("System.Type", "*", LibraryRule.Drop),
        ("System.Reflection.MemberInfo", "*", LibraryRule.Drop),
        ("System.Collections.Generic.IEqualityComparer`1", "*", LibraryRule.Drop),
        ("Microsoft.AspNetCore.Http.HttpContext", "get_Items", LibraryRule.Shared),
        ("System.Text.StringBuilder", "Clear", LibraryRule.Reset),
        ("System.Array", "Clear Fill", LibraryRule.Reset),
        ("System.Span`1", "Clear Fill", LibraryRule.Reset),
        ("System.Security.Cryptography.CryptographicOperations", "ZeroMemory", LibraryRule.Reset),
        ("System.Linq.Expressions.Expression`1", "Compile", LibraryRule.CopyReceiver),
        ("Microsoft.Extensions.Compliance.Redaction.RedactionStringBuilderExtensions", "AppendRedacted", LibraryRule.CopyReceiver),
    ];

    /// <summary>Attributes that keep a member out of what a serializer or a destructuring logger writes.</summary>
    public static readonly IReadOnlyList<(string Attribute, TextFormat Format)> HidingAttributes =
    [
        ("System.Text.Json.Serialization.JsonIgnoreAttribute", TextFormat.Json),
        ("Newtonsoft.Json.JsonIgnoreAttribute", TextFormat.Contract),
        ("System.Runtime.Serialization.IgnoreDataMemberAttribute", TextFormat.Contract),
        ("System.Xml.Serialization.XmlIgnoreAttribute", TextFormat.Xml),
        ("Destructurama.Attributed.NotLoggedAttribute", TextFormat.Destructured),
        ("Destructurama.Attributed.LogMaskedAttribute", TextFormat.Destructured),
        ("Destructurama.Attributed.LogReplacedAttribute", TextFormat.Destructured),
    ];
}
