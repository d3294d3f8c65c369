using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Data.Sqlite;

namespace FileShare.Storage;

/// <summary>
/// A statement of SQL, as it is written: <c>$"DELETE FROM files WHERE id = {id}"</c>. What stands in braces becomes a parameter, and never
/// a part of the text.
/// </summary>
[InterpolatedStringHandler]
internal readonly struct Statement(int literalLength, int formattedCount)
{
    private readonly StringBuilder _text = new(literalLength + (4 * formattedCount));
    private readonly List<SqliteParameter> _parameters = new(formattedCount);

    public void AppendLiteral(string text) => _text.Append(text);

    public void AppendFormatted(object? value)
    {
        var parameter = new SqliteParameter($"@{_parameters.Count}", Column(value));
        _text.Append(parameter.ParameterName);
        _parameters.Add(parameter);
    }

    /// <summary>The statement, ready to be run. The caller disposes it.</summary>
    public SqliteCommand On(SqliteConnection connection)
    {
        var command = connection.CreateCommand();
        command.CommandText = _text.ToString();
        command.Parameters.AddRange(_parameters);
        return command;
    }

    // SQLite has no type for times; they are kept as Unix milliseconds, which sort and compare.
    private static object Column(object? value) => value switch
    {
        null => DBNull.Value,
        DateTimeOffset time => time.ToUnixTimeMilliseconds(),
        _ => value,
    };
}
