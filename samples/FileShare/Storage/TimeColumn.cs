using System.Data;
using System.Globalization;
using Dapper;

namespace FileShare.Storage;

/// <summary>SQLite has no type for times; they are kept as Unix milliseconds, which sort and compare.</summary>
internal sealed class TimeColumn : SqlMapper.TypeHandler<DateTimeOffset>
{
    public override DateTimeOffset Parse(object value) => DateTimeOffset.FromUnixTimeMilliseconds(Convert.ToInt64(value, CultureInfo.InvariantCulture));

    public override void SetValue(IDbDataParameter parameter, DateTimeOffset value)
    {
        parameter.DbType = DbType.Int64;
        parameter.Value = value.ToUnixTimeMilliseconds();
    }
}
