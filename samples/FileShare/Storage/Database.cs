using Instrumentation;
using Microsoft.Data.Sqlite;

namespace FileShare.Storage;

/// <summary>The SQLite database. Tokens and passwords are in it as hashes only.</summary>
internal sealed class Database
{
    private const string Schema = """
        PRAGMA journal_mode = WAL;

        CREATE TABLE IF NOT EXISTS accounts (
            id            TEXT PRIMARY KEY,
            email         TEXT NOT NULL UNIQUE COLLATE NOCASE,
            name          TEXT NOT NULL,
            password_hash TEXT NOT NULL,
            created_at    INTEGER NOT NULL);

        CREATE TABLE IF NOT EXISTS sessions (
            token_hash TEXT PRIMARY KEY,
            account_id TEXT NOT NULL REFERENCES accounts ON DELETE CASCADE,
            expires_at INTEGER NOT NULL);

        CREATE TABLE IF NOT EXISTS files (
            id           TEXT PRIMARY KEY,
            owner_id     TEXT NOT NULL REFERENCES accounts ON DELETE CASCADE,
            name         TEXT NOT NULL,
            content_type TEXT NOT NULL,
            kind         TEXT NOT NULL,
            size         INTEGER NOT NULL,
            sha256       TEXT NOT NULL,
            created_at   INTEGER NOT NULL);
        CREATE INDEX IF NOT EXISTS files_of_owner ON files (owner_id, created_at);

        CREATE TABLE IF NOT EXISTS links (
            token_hash    TEXT PRIMARY KEY,
            file_id       TEXT NOT NULL REFERENCES files ON DELETE CASCADE,
            expires_at    INTEGER,
            max_downloads INTEGER,
            downloads     INTEGER NOT NULL DEFAULT 0);
        """;

    private readonly string _connection;

    public Database(DataFolder folder) =>
        _connection = new SqliteConnectionStringBuilder { DataSource = folder.Database, ForeignKeys = true }.ToString();

    /// <summary>A connection from the pool. The caller disposes it.</summary>
    public SqliteConnection Open()
    {
        var connection = new SqliteConnection(_connection);
        connection.Open();
        return connection;
    }

    /// <summary>Creates what is missing.</summary>
    [Traced]
    public void CreateSchema()
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = Schema;
        command.ExecuteNonQuery();
    }

    [HealthCheck("database")]
    public async Task<bool> AnswersQueries(CancellationToken cancellation)
    {
        await using var connection = Open();
        return await connection.Number($"SELECT 1 FROM sqlite_schema LIMIT 1", cancellation) == 1;
    }

    /// <summary>Gives the file free: the pool holds it open otherwise.</summary>
    public void Close()
    {
        using var connection = new SqliteConnection(_connection);
        SqliteConnection.ClearPool(connection);
    }
}
