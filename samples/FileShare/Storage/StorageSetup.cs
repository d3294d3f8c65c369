namespace FileShare.Storage;

/// <summary>Where data is kept.</summary>
internal static class StorageSetup
{
    public static void AddStorage(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<FileShareOptions>().BindConfiguration("FileShare").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<DataFolder>();
        builder.Services.AddSingleton<Database>();
        builder.Services.AddSingleton<BlobFolder>();
        builder.Services.AddHostedService<StorageLifetime>();
    }
}
