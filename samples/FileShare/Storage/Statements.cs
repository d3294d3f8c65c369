using Microsoft.Data.Sqlite;

namespace FileShare.Storage;

/// <summary>Runs statements.</summary>
internal static class Statements
{
    /// <returns>How many rows were written.</returns>
    public static async Task<int> Execute(this SqliteConnection connection, Statement statement)
    {
        await using var command = statement.On(connection);
        return await command.ExecuteNonQueryAsync();
    }

    public static async Task<List<T>> Rows<T>(
        this SqliteConnection connection, Statement statement, Func<SqliteDataReader, T> read, CancellationToken cancellation = default)
    {
        await using var command = statement.On(connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellation)) rows.Add(read(reader));
        return rows;
    }

    /// <returns>The only row; the default of <typeparamref name="T"/> where there is none.</returns>
    public static async Task<T?> Row<T>(
        this SqliteConnection connection, Statement statement, Func<SqliteDataReader, T> read, CancellationToken cancellation = default) =>
        (await connection.Rows(statement, read, cancellation)).SingleOrDefault();

    /// <returns>The text in the only row; <see langword="null"/> where there is no row.</returns>
    public static Task<string?> Text(this SqliteConnection connection, Statement statement) =>
        connection.Row(statement, static row => row.GetString(0));

    /// <returns>The number in the only row, or 0 where it is NULL; <see langword="null"/> where there is no row.</returns>
    public static Task<long?> Number(this SqliteConnection connection, Statement statement, CancellationToken cancellation = default) =>
        connection.Row(statement, static row => row.IsDBNull(0) ? 0 : (long?)row.GetInt64(0), cancellation);
}
