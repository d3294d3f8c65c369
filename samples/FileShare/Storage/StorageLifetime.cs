using Instrumentation;

namespace FileShare.Storage;

/// <summary>Prepares the storage before the first request comes in, and lets go of it after the last.</summary>
internal sealed partial class StorageLifetime(Database database, BlobFolder blobs, ILogger<StorageLifetime> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        database.CreateSchema();
        var unfinished = blobs.RemoveUnfinished();
        var stored = await TakeStock();
        LogReady(stored, unfinished);
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        database.Close();
        return Task.CompletedTask;
    }

    /// <summary>
    /// Sums up what is stored. An up-down counter begins at zero in each process: what earlier runs stored is added here, once.
    /// </summary>
    [Traced]
    [BusinessMetric("storage.used", Kind = MetricKind.UpDownCounter, Unit = "By", Value = "return")]
    internal async Task<long> TakeStock()
    {
        await using var connection = database.Open();
        return await connection.Number($"SELECT sum(size) FROM files") ?? 0;
    }

    [LoggerMessage(LogLevel.Information, "Storage is ready: {Bytes} bytes are stored, {Unfinished} cut-off uploads were removed")]
    private partial void LogReady(long bytes, int unfinished);
}
