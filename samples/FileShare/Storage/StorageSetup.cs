using Microsoft.Extensions.Options;

namespace FileShare.Storage;

/// <summary>Where data is kept.</summary>
internal static class StorageSetup
{
    public static void AddStorage(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<FileShareOptions>().BindConfiguration("FileShare").ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<FileShareOptions>, FileShareOptionsValidator>();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<DataFolder>();
        builder.Services.AddSingleton<Database>();
        builder.Services.AddSingleton<BlobFolder>();
        builder.Services.AddHostedService<StorageLifetime>();
    }
}
