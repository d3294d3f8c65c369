using System.Text.Json;
using System.Text.Json.Serialization;
using FileShare.Accounts;
using FileShare.Files;
using FileShare.Links;

namespace FileShare;

/// <summary>What travels as JSON, read and written by code that the compiler writes.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Registration))]
[JsonSerializable(typeof(Credentials))]
[JsonSerializable(typeof(SessionAnswer))]
[JsonSerializable(typeof(AccountAnswer))]
[JsonSerializable(typeof(StoredFile))]
[JsonSerializable(typeof(IReadOnlyList<StoredFile>)), JsonSerializable(typeof(List<StoredFile>))]
[JsonSerializable(typeof(LinkRequest))]
[JsonSerializable(typeof(LinkAnswer))]
internal sealed partial class FileShareJson : JsonSerializerContext;
